import { describe, expect, it } from 'vitest';
import { contract, isMethod, type Method } from './contract.ts';
import { EXAMPLES } from './examples.fixture.ts';

const methods = Object.keys(contract) as Method[];
const accepts = (method: Method, input: unknown) => contract[method].input.safeParse(input).success;
/** As a body of HTTP brings it: `__proto__` is a key of its own. */
const fromJson = (json: string): unknown => JSON.parse(json);

describe.each(methods)('%s', (method) => {
  const [input, output] = EXAMPLES[method];

  it('takes its example, which IPC and HTTP carry alike', () => {
    for (const [schema, value] of [
      [contract[method].input, input],
      [contract[method].output, output],
    ] as const) {
      expect(schema.parse(value)).toEqual(value);
      expect(structuredClone(value)).toEqual(value);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });

  it('refuses a key it does not know', () => {
    expect(accepts(method, { ...input, extra: 1 })).toBe(false);
    expect(accepts(method, { ...input, constructor: 1 })).toBe(false);
    expect(contract[method].output.safeParse({ ...output, extra: 1 }).success).toBe(false);
  });

  it('refuses __proto__', () => {
    const json = JSON.stringify(input);
    const poisoned = fromJson(json.replace('{', `{"__proto__":{"polluted":true}${json === '{}' ? '' : ','}`));
    expect(Object.hasOwn(poisoned as object, '__proto__')).toBe(true);
    expect(accepts(method, poisoned)).toBe(false);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([null, undefined, [], '', 'text', 0, true])('refuses %j instead of an object', (value) => {
    expect(accepts(method, value)).toBe(false);
  });

  it('refuses a value of the wrong type in every field', () => {
    for (const key of Object.keys(input)) {
      expect(accepts(method, { ...input, [key]: { no: [{ such: 'thing' }] } }), key).toBe(false);
      expect(accepts(method, { ...input, [key]: null }), key).toBe(false);
      expect(accepts(method, { ...input, [key]: Number.NaN }), key).toBe(false);
    }
  });
});

describe('the contract', () => {
  it('names its methods noun.verb', () => {
    for (const method of methods) expect(method).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
  });

  it('does not take what every object has for a method', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      'Library.List',
      undefined,
      null,
      1,
      ['app.info'],
      {},
    ]) {
      expect(isMethod(name)).toBe(false);
    }
    expect(isMethod('app.info')).toBe(true);
  });

  it.each<[Method, object]>([
    ['study.answer', { elapsedMs: -1 }],
    ['study.answer', { elapsedMs: 86_400_001 }],
    ['study.answer', { elapsedMs: Infinity }],
    ['study.answer', { elapsedMs: '1' }],
    ['study.answer', { revision: -1 }],
    ['study.answer', { revision: 1.5 }],
    ['study.answer', { revision: '3' }],
    ['study.answer', { grade: 0 }],
    ['study.answer', { grade: 5 }],
    ['study.answer', { grade: 2.5 }],
    ['study.answer', { grade: '3' }],
    ['study.answer', { cardId: '' }],
    ['study.answer', { response: 'x'.repeat(1_000_000) }],
    ['study.answer', { response: 5 }],
    ['study.answer', { response: [1] }],
    ['study.answer', { response: [['x']] }],
    ['study.answer', { response: Array.from({ length: 51 }, () => 'x') }],
    ['study.answer', { response: { la: 5 } }],
    ['study.answer', { response: { la: { deep: 'x' } } }],
    ['study.answer', { response: { ['x'.repeat(201)]: 'x' } }],
    ['study.answer', { response: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`l${index}`, 'x'])) }],
    ['study.start', { mode: 'exam' }],
    ['study.start', { limit: 0 }],
    ['study.start', { limit: 10_001 }],
    ['stats.series', { days: 0 }],
    ['stats.series', { days: 3_661 }],
    ['card.update', { change: { flag: 8 } }],
    ['card.update', { change: { reset: false } }],
    ['card.update', { change: { buriedUntilDay: 5 } }],
    ['settings.set', { retention: 0.69 }],
    ['settings.set', { retention: 0.98 }],
    ['settings.set', { rolloverHour: 24 }],
    ['settings.set', { rolloverHour: -1 }],
    ['settings.set', { rolloverHour: 3.5 }],
    ['settings.set', { newPerDay: 1000 }],
    ['settings.set', { reviewsPerDay: -1 }],
    ['settings.set', { fontScale: 2 }],
    ['settings.set', { language: 'de' }],
    ['settings.set', { theme: '' }],
  ])('%s refuses what is out of range (%#)', (method, change) => {
    expect(accepts(method, EXAMPLES[method][0])).toBe(true);
    expect(accepts(method, { ...EXAMPLES[method][0], ...change })).toBe(false);
  });

  it.each(['ตอบ', ['a', 'b'], { la: 'ra', lb: 'rb' }, '', [], {}])('study.answer takes the response %j', (response) => {
    expect(accepts('study.answer', { ...EXAMPLES['study.answer'][0], response })).toBe(true);
  });
});
