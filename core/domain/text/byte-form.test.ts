import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, formOf } from './byte-form.ts';

const pieces = fc.constantFrom(...'กขงน่ๅ๛ab z.~\nAZ\u0000\u007F\u00E9яж漢ๆ', '😀', '\uFFFF', '\u0E00', '\u0E5C');
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

it('bytes give the text back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(formOf(bytesOf(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

it('a long text comes back whole', () => {
  const text = 'กé'.repeat(20_000);
  expect(formOf(bytesOf(text))).toBe(text);
});

it('a text is found in another exactly where its bytes are', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, piece) => {
      expect(Buffer.from(bytesOf(text)).includes(Buffer.from(bytesOf(piece)))).toBe(text.includes(piece));
    }),
    { numRuns: 3000 },
  );
});

it.each([
  ['abc 12', 6],
  ['กฎบัตร', 6],
  ['é', 3],
])('%s takes %i bytes', (text, bytes) => {
  expect(bytesOf(text)).toHaveLength(bytes);
});
