import type { Bilingual, Blank } from '../../../domain/question.ts';
import { asHtml, shownDate } from './plain-text.ts';

/** What belongs into a gap, as text. */
export function shownBlank(blank: Blank, language: keyof Bilingual): string {
  switch (blank.as) {
    case 'text':
      return blank.accept[language][0] ?? '';
    case 'number':
    case 'year':
      return String(blank.answer);
    case 'date':
      return shownDate(blank.answer, language);
  }
}

/** The text with its gaps as Anki writes them; all belong to one card. @param prompt with gaps {{1}}, {{2}} … @param answers of {{1}} on */
export function clozedText(prompt: string, answers: readonly string[]): string {
  return prompt
    .split(/(\{\{\d+\}\})/)
    .map((part) => {
      const number = /^\{\{(\d+)\}\}$/.exec(part)?.[1];
      const answer = number === undefined ? undefined : answers[Number(number) - 1];
      return answer === undefined ? unlikeGaps(asHtml(part)) : `{{c1::${unlikeGaps(asHtml(answer))}}}`;
    })
    .join('');
}

/** Nothing in the text itself may begin, part or end a gap. */
const unlikeGaps = (html: string) =>
  html.replaceAll('{', '&#123;').replaceAll('}', '&#125;').replaceAll('::', ':&#58;');
