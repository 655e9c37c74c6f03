import type { Bilingual, ChoiceQuestion, Labelled } from '../domain/question.ts';

/** a, b, c … by place in the file; the learner sees them shuffled. */
export const letter = (index: number): string => String.fromCharCode(97 + index);

export const labelled = (texts: readonly Bilingual[], prefix = ''): Labelled[] =>
  texts.map(({ th, en }, index) => ({ id: `${prefix}${letter(index)}`, text: { th, en } }));

type OptionFile = Bilingual & { readonly right?: true | undefined; readonly why?: Bilingual | undefined };

export function compileOptions(files: readonly OptionFile[]): Pick<ChoiceQuestion, 'options' | 'answer'> {
  return {
    options: labelled(files).map((option, index) => {
      const why = files[index]?.why;
      return { ...option, ...(why && { why }) };
    }),
    answer: files.flatMap(({ right }, index) => (right ? [letter(index)] : [])),
  };
}
