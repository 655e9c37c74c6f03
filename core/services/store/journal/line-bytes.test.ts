import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, LineBytes } from './line-bytes.ts';

const written = (write: (line: LineBytes) => void): string => {
  const line = new LineBytes();
  write(line);
  return line.bytes.toString('utf8', 0, line.length);
};

describe('JSON that is put together as bytes', () => {
  it('has numbers as JSON.stringify has them', () => {
    const numbers = [0, -0, 9, 10, 99, 100, 999, 1_000, 9_999, 10_000, 100_000_001, 1.5e-7, 1e21, 2 ** 53 - 1, -12];
    const all = fc.oneof(
      fc.constantFrom(...numbers),
      fc.maxSafeInteger(),
      fc.nat(20_000),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(all, (value) => {
        expect(written((line) => line.number(value))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('has texts as JSON.stringify has them, whatever stands before and behind', () => {
    const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string(), fc.constant('ก'.repeat(200_000)));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (texts) => {
        const line = (into: LineBytes) => texts.forEach((text) => (into.key(keyOf(',"a":')), into.text(text)));
        expect(written(line)).toBe(texts.map((text) => `,"a":${JSON.stringify(text)}`).join(''));
      }),
    );
  });
});
