import type { Judgement, PartJudgement } from '../judgement.ts';
import type { Bilingual, Blank, ClozeQuestion, Response } from '../question.ts';
import { judgeDate, showDate } from './date-answer.ts';
import { BE_OFFSET } from '../text/years.ts';
import type { Finding } from './finding.ts';
import { judgeNumber, showNumber } from './number-answer.ts';
import { asTexts } from './response-shape.ts';
import { verdictOf } from './score.ts';
import { judgeText, showText } from './text-answer.ts';

/**
 * Takes one text per gap. Score: the share of gaps that are right; a near miss in one of several is shown in its part
 * and counts as wrong. With a single gap the cloze is judged like a typed answer, and may be close.
 *
 * @throws AppError `bad-input` for another shape or number of gaps
 */
export function judgeCloze({ blanks, prompt }: ClozeQuestion, response: Response): Judgement {
  const typed = asTexts(response, blanks.length);
  const findings = blanks.map((blank, i) => judgeBlank(blank, typed[i] ?? ''));
  const shown = blanks.map(showBlank);
  const parts = findings.map(({ verdict, difference, note }, i): PartJudgement => {
    const expected = shown[i];
    return {
      id: String(i + 1),
      right: verdict === 'right',
      ...(expected === undefined ? {} : { expected }),
      ...(difference === undefined ? {} : { difference }),
      ...(note === undefined ? {} : { note }),
    };
  });
  const score = parts.filter((part) => part.right).length / parts.length;
  const rest = { score, parts, answer: fill(prompt, shown, blanks) };
  const [only] = findings;
  return blanks.length === 1 && only !== undefined ? { ...only, ...rest } : { verdict: verdictOf(score), ...rest };
}

function judgeBlank(blank: Blank, typed: string): Finding {
  switch (blank.as) {
    case 'text':
      return judgeText(typed, blank.accept, blank.accents);
    case 'number':
      return judgeNumber(typed, { answer: blank.answer, tolerance: 0 });
    case 'year':
      return judgeDate(typed, String(blank.answer));
    case 'date':
      return judgeDate(typed, blank.answer);
  }
}

function showBlank(blank: Blank): Bilingual {
  switch (blank.as) {
    case 'text':
      return showText(blank.accept);
    case 'number':
      return showNumber(blank.answer);
    case 'year':
      return showDate(String(blank.answer));
    case 'date':
      return showDate(blank.answer);
  }
}

function fill(prompt: Bilingual, shown: readonly Bilingual[], blanks: readonly Blank[]): Bilingual {
  const inOne = (language: keyof Bilingual) =>
    prompt[language].replace(/\{\{(\d+)\}\}/g, (gap, number: string, index: number, whole: string) => {
      const blank = blanks[Number(number) - 1];
      // "พ.ศ. {{1}}" names the era already; it must not stand there twice.
      const bare = blank?.as === 'year' ? yearAfter(whole.slice(0, index), blank.answer) : undefined;
      return bare ?? shown[Number(number) - 1]?.[language] ?? gap;
    });
  return { th: inOne('th'), en: inOne('en') };
}

function yearAfter(before: string, year: number): string | undefined {
  if (/(?:พ\.?ศ\.?|\bB\.?E\.?)\s*$/.test(before)) return String(year + BE_OFFSET);
  return /(?:ค\.?ศ\.?|\bC\.?E\.?|\bA\.?D\.?)\s*$/.test(before) ? String(year) : undefined;
}
