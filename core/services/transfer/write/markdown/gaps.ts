import type { Bilingual, Blank, ClozeQuestion } from '../../../../domain/question.ts';

/** The prompt with its gaps written out: `{{1: a | b}}`, `{{2: year: 1992}}`. */
export function gapped({ prompt, blanks }: ClozeQuestion): Bilingual {
  return { th: inOne(prompt.th, blanks, 'th'), en: inOne(prompt.en, blanks, 'en') };
}

const inOne = (text: string, blanks: readonly Blank[], language: keyof Bilingual) =>
  text.replaceAll(/\{\{(\d+)\}\}/g, (whole, number: string) => {
    const blank = blanks[Number(number) - 1];
    return blank ? `{{${number}${written(blank, language)}}}` : whole;
  });

function written(blank: Blank, language: keyof Bilingual): string {
  if (blank.as !== 'text') return `: ${blank.as}: ${blank.answer}`;
  return `${blank.accents === 'ignore' ? '~' : ''}: ${blank.accept[language].join(' | ')}`;
}
