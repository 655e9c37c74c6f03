import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../question.ts';
import { judgeDate, showDate } from './date-answer.ts';
import { findDifference } from './difference.ts';
import { editDistance } from './edit-distance.ts';
import { graphemes } from './graphemes.ts';
import { judge } from './judge.ts';
import { normalise, tidy } from './normalise.ts';
import { judgeNumber, showNumber } from './number-answer.ts';
import { judgeText } from './text-answer.ts';

/** Thai letters and marks in any order, with what learners mix in; most runs are not words, which is the point. */
const THAI_PIECES = [...'กขงนมรวอสเแโะาำัิีึืุู็่้๊๋์ํๆฯ๐๑๒๙', ' ', '\u200B', '.', '-', '1', 'a', 'พ.ศ.', 'พัน', 'ห้า'];
const LATIN_PIECES = [
  ...'aAbeésSty .-\'"(),:019',
  '\u0301',
  '\u00A0',
  ' the ',
  ' a ',
  'ß',
  'İ',
  'Σ',
  '–',
  'May',
  'BE ',
  'thousand',
];
const thai = fc.array(fc.constantFrom(...THAI_PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
const latin = fc.array(fc.constantFrom(...LATIN_PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  thai,
  latin,
  fc.string({ unit: 'binary', maxLength: 14 }),
  fc.string({ unit: 'grapheme', maxLength: 14 }),
);
const holds = (property: fc.IProperty<[string, string]> | fc.IProperty<[string]>) =>
  fc.assert(property as fc.IProperty<[string]>, { numRuns: 1000 });

const base = {
  id: 'q',
  lessonId: 'l',
  sectionId: 's',
  prompt: { th: '{{1}}', en: '{{1}}' },
  explanation: { th: '', en: '' },
  inline: false,
  evidence: [],
};
const accept = (entry: string) => ({ th: [entry], en: [] });

describe('for any text', () => {
  it('normalise and tidy are idempotent', () => {
    holds(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });

  it('normalise sees no more than tidy leaves', () => {
    holds(
      fc.property(anyText, (text) => {
        expect(normalise(tidy(text))).toBe(normalise(text));
      }),
    );
  });

  it('judge gives a verdict', () => {
    holds(
      fc.property(anyText, anyText, (given, entry) => {
        const written: Question[] = [
          { ...base, kind: 'typed', accept: accept(entry) },
          { ...base, kind: 'number', answer: 43, tolerance: 1 },
          { ...base, kind: 'date', answer: '1992-05-15' },
        ];
        for (const question of written) {
          const { verdict, score } = judge(question, given);
          expect(score === 1).toBe(verdict === 'right');
        }
      }),
    );
  });

  it('the accepted text itself is right', () => {
    holds(
      fc.property(
        anyText.filter((text) => normalise(text) !== ''),
        (entry) => {
          expect(judgeText(entry, accept(entry)).verdict).toBe('right');
        },
      ),
    );
  });

  it('a difference holds what was typed and the answer', () => {
    holds(
      fc.property(anyText, anyText, (given, answer) => {
        const parts = findDifference(given, answer);
        const joined = (kind: 'extra' | 'missing') =>
          parts
            .filter((part) => part.kind === 'same' || part.kind === kind)
            .map(({ text }) => text)
            .join('');
        expect(joined('missing')).toBe(tidy(answer));
        expect(normalise(joined('extra'))).toBe(normalise(given));
      }),
    );
  });

  it('a right answer has no difference, any other that holds something has one', () => {
    holds(
      fc.property(
        anyText,
        anyText.filter((text) => normalise(text) !== ''),
        (given, entry) => {
          const { verdict, difference } = judgeText(given, accept(entry));
          expect(difference === undefined).toBe(verdict === 'right' || normalise(given) === '');
        },
      ),
    );
  });
});

describe('editDistance', () => {
  it('is symmetric, and 0 exactly for equals', () => {
    holds(
      fc.property(anyText, anyText, (one, other) => {
        const [a, b] = [graphemes(one), graphemes(other)];
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a.join('\n') === b.join('\n'));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('counts a swap of neighbours as one slip', () => {
    expect(editDistance(graphemes('ทาเชคนต์'), graphemes('ทาชเคนต์'))).toBe(1);
    expect(editDistance(graphemes('เบยร'), graphemes('เบียร์'))).toBe(2);
  });
});

describe('what is shown as the answer', () => {
  it('is right as a date in both languages', () => {
    const dates = fc.date({ min: new Date('1000-01-01'), max: new Date('2456-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.constantFrom(4, 7, 10), (date, length) => {
        const answer = date.toISOString().slice(0, length);
        const shown = showDate(answer);
        for (const text of [shown.th, shown.en, answer]) expect(judgeDate(text, answer)).toEqual({ verdict: 'right' });
      }),
    );
  });

  it('is right as a number with its unit', () => {
    const numbers = fc.oneof(
      fc.integer(),
      fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 100),
    );
    fc.assert(
      fc.property(numbers, (answer) => {
        const shown = showNumber(answer, { th: 'คน', en: 'people' });
        for (const text of [shown.th, shown.en, String(answer)])
          expect(judgeNumber(text, { answer, tolerance: 0 })).toEqual({ verdict: 'right' });
      }),
    );
  });
});
