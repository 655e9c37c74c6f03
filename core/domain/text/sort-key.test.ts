import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKey } from './sort-key.ts';

const { compare } = new Intl.Collator('th');
const byKey = (a: string, b: string) => {
  const [one, other] = [sortKey(a), sortKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};
const COURSE = join(import.meta.dirname, '../../../content/csto');
/** Words and sentences of the course, both languages. */
const texts = ['glossary.yaml', 'words.yaml', 'names.yaml', 'members.yaml', 'timeline.yaml'].flatMap((file) =>
  readFileSync(join(COURSE, file), 'utf8')
    .split(/[\n"'[\]{}:,]+/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part)),
);

describe('sort keys', () => {
  it.each([
    [['เก', 'ก', 'กา', 'กะ', 'แก', 'ข', 'ไก', 'กำ', 'กัก']],
    [['กี้', 'กี', 'กี่', 'ก็', 'ก์', 'ก']],
    [['z', 'a', 'ก', '1', 'A', 'á', 'Я', '漢', 'ω', '๒', '€']],
    [['a-b', 'aa', 'ab', 'a c', 'a b d']],
  ])('of %j stand as in a dictionary', (words) => {
    expect([...words].sort(byKey)).toEqual([...words].sort(compare));
  });

  it('agree with the collator on any two texts of the course', () => {
    expect(texts.length).toBeGreaterThan(1500);
    const apart: string[] = [];
    const anyTwo = fc.tuple(fc.nat(texts.length - 1), fc.nat(texts.length - 1));
    fc.assert(
      fc.property(anyTwo, ([a, b]) => {
        const [one, other] = [texts[a]!, texts[b]!];
        if (Math.sign(compare(one, other)) !== byKey(one, other)) apart.push(`${one} / ${other}`);
      }),
      { numRuns: 20_000 },
    );
    expect(apart).toEqual([]);
  });

  it('put the whole course in the order of the collator', () => {
    const some = [...new Set(texts)].slice(0, 3000);
    const sorted = some.map((text) => [sortKey(text), text] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const wrong = sorted.filter(([, text], i) => i > 0 && compare(sorted[i - 1]![1], text) > 0);
    expect(wrong.map(([, text]) => text)).toEqual([]);
  });
});
