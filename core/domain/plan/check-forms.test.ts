import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../compiler/compile-folder.ts';
import { answeredAs } from '../answered-as.ts';
import type { Question } from '../question.ts';
import { guessChance } from '../simulation/guess-chance.ts';
import { checkForms, difficultyGap } from './check-forms.ts';

const { course } = compileFolder('content/csto');
const lessons = course?.lessons ?? [];

describe('the two forms of a lesson check', () => {
  it('have five questions each, none twice, none that the learner grades', () => {
    expect(lessons).toHaveLength(14);
    for (const { id, questions } of lessons) {
      const forms = checkForms(questions, id)!;
      expect([forms.before.length, forms.after.length], id).toEqual([5, 5]);
      const all = [...forms.before, ...forms.after];
      expect(new Set(all.map((question) => question.id)).size, id).toBe(10);
      expect(
        all.some(({ kind }) => kind === 'card'),
        id,
      ).toBe(false);
    }
  });

  it('are equally hard: pairs answered in the same way and nearly the same chance of a guess', () => {
    const kinds = lessons.flatMap(({ id, questions }) => {
      const { before, after } = checkForms(questions, id)!;
      return before.map((one, at) => answeredAs(one) === answeredAs(after[at]!));
    });
    expect(kinds.filter(Boolean).length).toBeGreaterThan(kinds.length * 0.95);
    for (const { id, questions } of lessons) {
      const guesses = (form: readonly Question[]) => form.reduce((sum, question) => sum + guessChance(question), 0);
      const { before, after } = checkForms(questions, id)!;
      expect(Math.abs(guesses(before) - guesses(after)), id).toBeLessThan(0.2);
    }
  });

  it('reach over the sections of a lesson', () => {
    for (const { id, sections, questions } of lessons) {
      const forms = checkForms(questions, id)!;
      const met = new Set([...forms.before, ...forms.after].map(({ sectionId }) => sectionId));
      expect(met.size, id).toBeGreaterThanOrEqual(Math.min(3, sections.length));
    }
  });

  it('are the same for the same seed, and the coin falls otherwise for another', () => {
    const { questions } = lessons[0]!;
    const ids = (seed: string) =>
      checkForms(questions, seed)!
        .before.map(({ id }) => id)
        .join();
    expect(ids('a')).toBe(ids('a'));
    expect(new Set(['a', 'b', 'c', 'd', 'e'].map(ids)).size).toBeGreaterThan(2);
  });

  it('are shorter in a short lesson, and there are none of one question', () => {
    const choices = lessons[0]!.questions.filter(({ kind }) => kind !== 'card').slice(0, 5);
    const forms = checkForms(choices, 'x')!;
    expect([forms.before.length, forms.after.length]).toEqual([2, 2]);
    expect(checkForms(choices.slice(0, 1), 'x')).toBeNull();
    expect(checkForms([], 'x')).toBeNull();
  });

  it('knows what is alike', () => {
    const [one, other] = lessons[0]!.questions.filter(({ kind }) => kind === 'choice') as [Question, Question];
    const typed = lessons.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'typed')!;
    expect(difficultyGap(one, one)).toBe(0);
    expect(difficultyGap(one, other)).toBeLessThan(difficultyGap(one, typed));
  });
});
