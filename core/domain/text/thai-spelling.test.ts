import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spellThai } from './thai-spelling.ts';

const anyThai = fc.array(fc.constantFrom(...'กนอเแะาำัิีึืุู็่้๊๋์ํ๎ฺ '), { maxLength: 12 }).map((signs) => signs.join(''));

it('what is passed over for want of anything odd would have stayed as it is', () => {
  // The two vowels at the end are odd, so the whole text is spelt anew.
  fc.assert(
    fc.property(anyThai, (text) => {
      expect(spellThai(`${text} เเ`)).toBe(`${spellThai(text)} แ`);
    }),
    { numRuns: 5000 },
  );
});
