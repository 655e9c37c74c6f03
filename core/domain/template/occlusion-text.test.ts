import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseClozes } from './cloze.ts';
import { occlusionOf } from './occlusion.ts';
import { readOcclusion, writeOcclusion, writtenShare } from './occlusion-text.ts';

const AS_ANKI = [
  '{{c1::image-occlusion:rect:left=.1006:top=.2083:width=.3:height=.1:oi=1}}<br>',
  '{{c2::image-occlusion:ellipse:left=.5:top=.25:rx=.0735:ry=.1:oi=1::Aorta}}<br>',
  '{{c3::image-occlusion:polygon:left=.1:top=.1:points=.1,.1 .2,.15 .15,.3:oi=1}}<br>',
  '{{c0::image-occlusion:text:left=.2:top=.9:text=a\\:b:scale=1:fs=.055}}<br>',
].join('\n');

/** The masks as they are shown. */
const shapesOf = (text: string) =>
  parseClozes(text).flatMap((node) => (node.kind === 'cloze' ? [occlusionOf(node, 1, 'front')] : []));

it('what Anki wrote is written as it was', () => {
  expect(writeOcclusion(readOcclusion(AS_ANKI))).toBe(AS_ANKI);
});

it('reads numbers, names and whether all is hidden', () => {
  const { masks, hidesAll, rest } = readOcclusion(AS_ANKI);
  expect(masks.map(({ kind, number, name }) => [kind, number, name])).toEqual([
    ['rect', 1, ''],
    ['ellipse', 2, 'Aorta'],
    ['polygon', 3, ''],
    ['text', 0, ''],
  ]);
  expect(hidesAll).toBe(true);
  expect(rest).toBe('');
  expect(masks[3]?.values.get('text')).toBe('a:b');
});

it('text and gaps that are no masks stay, with their hints', () => {
  const text = `${AS_ANKI}\nA note {{c4::that::hint}}`;
  const read = readOcclusion(text);
  expect(read.rest).toBe('A note {{c4::that::hint}}');
  expect(writeOcclusion(read)).toBe(text);
});

it('hide one leaves out the sign of hide all', () => {
  const written = writeOcclusion({ ...readOcclusion(AS_ANKI), hidesAll: false });
  expect(written).not.toContain('oi=');
  expect(shapesOf(written).map((shape) => shape?.isCovered)).toEqual([true, false, false, false]);
});

it('a name can not end its gap', () => {
  const [mask] = readOcclusion(AS_ANKI).masks;
  const written = writeOcclusion({ masks: [{ ...mask!, name: 'a}} {{c9::b::c' }], hidesAll: false, rest: '' });
  expect(readOcclusion(written).masks).toHaveLength(1);
  expect(parseClozes(written).filter(({ kind }) => kind === 'cloze')).toHaveLength(1);
});

it('masks are shown alike after any number of readings and writings', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true }).map(writtenShare);
  const mask = fc.record({
    kind: fc.constantFrom('rect' as const, 'ellipse' as const),
    number: fc.integer({ min: 1, max: 50 }),
    name: fc.string().filter((name) => !/[{}:<]/.test(name) && name.trim() === name),
    values: fc.tuple(share, share, share, share).map((all) => new Map(all.map((value, at) => [`abcd`[at]!, value]))),
  });
  fc.assert(
    fc.property(fc.array(mask, { maxLength: 8 }), fc.boolean(), (masks, hidesAll) => {
      const text = writeOcclusion({ masks, hidesAll, rest: '' });
      const read = readOcclusion(text);
      expect(writeOcclusion(read)).toBe(text);
      expect(shapesOf(writeOcclusion(read))).toEqual(shapesOf(text));
      expect(read.masks.map(({ number, name }) => [number, name])).toEqual(
        masks.map(({ number, name }) => [number, name]),
      );
    }),
  );
});

it.each([
  [0.1, '.1'],
  [0, '0'],
  [1, '1'],
  [1 / 3, '.3333'],
  [-0.05, '-.05'],
])('a share of %d is written %s', (share, text) => expect(writtenShare(share)).toBe(text));
