import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, needleOf } from '../../domain/text/needle.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import { IndexBuilder } from './index-builder.ts';

const PIECES = [...'aab กขแ้ำน', 'aa', '1992', 'พ.ศ. 2535', '2535 ', '漢', 'é', 'treaty ', 'สนธิสัญญา'];
const field = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
const notes = fc.array(fc.array(field, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 });

function indexOf(documents: readonly (readonly string[])[]) {
  const builder = new IndexBuilder();
  for (const fields of documents) builder.add(fields.map((text) => searchForm(text).trim()));
  return builder.done();
}

describe('the text index', () => {
  it('finds what a plain scan finds', () => {
    fc.assert(
      fc.property(notes, fc.array(field, { minLength: 1, maxLength: 6 }), (documents, typed) => {
        const index = indexOf(documents);
        for (const text of typed) {
          const needle = needleOf(text);
          const scanned = documents.flatMap((fields, i) =>
            fields.some((one) => contains(searchForm(one).trim(), needle)) ? [i] : [],
          );
          expect([...index.find(needle).list()]).toEqual(scanned);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('knows a field that is, or begins with, what was typed', () => {
    const index = indexOf([['charter of the union'], ['x', 'charter'], ['the charter']]);
    expect([...index.fieldsThat('equal', needleOf('Charter')).list()]).toEqual([1]);
    expect([...index.fieldsThat('begin', needleOf('Charter')).list()]).toEqual([0, 1]);
  });

  it('finds nothing over the end of a field', () => {
    expect(indexOf([['ab', 'cd']]).find(needleOf('bc')).count).toBe(0);
  });

  it('of no documents finds nothing', () => {
    expect(indexOf([]).find(needleOf('a')).count).toBe(0);
  });
});
