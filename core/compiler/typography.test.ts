import { describe, expect, it } from 'vitest';
import { compileFolder } from './compile-folder.ts';
import { textsOf } from './texts-of.ts';
import { typeset } from './typography.ts';

const { course } = compileFolder('content/csto');

describe('typography', () => {
  it('leaves no straight quotation mark where learners read, and puts each the right way round', () => {
    const { glossary, lessons, ...rest } = course!;
    const read = [
      ...textsOf(rest),
      ...textsOf(glossary.map(({ term, meaning }) => [term, meaning])),
      ...lessons.flatMap(({ questions, ...lesson }) => [
        ...textsOf(lesson),
        ...textsOf(questions.map(({ prompt, explanation, hint }) => [prompt, explanation, hint])),
      ]),
    ];
    expect(read.length).toBeGreaterThan(3_000);
    for (const text of read) {
      expect(text).not.toMatch(/["']/);
      // An opening mark stands before a word, a closing one behind it.
      expect(text).not.toMatch(/“[\s)”]|[\s(“]”/);
    }
  });

  it('knows apostrophes from quotation marks', () => {
    const of = (en: string) => typeset({ title: { th: '', en } } as never).title.en;
    expect(of(`the members' "milk war" isn't 'academic', (so "he" says)`)).toBe(
      'the members’ “milk war” isn’t ‘academic’, (so “he” says)',
    );
  });

  it('leaves alone what answers are compared with', () => {
    const question = { kind: 'typed', accept: { th: ['"ก"'], en: [`"it's"`] } };
    expect(typeset({ questions: [question] } as never)).toEqual({ questions: [question] });
  });
});
