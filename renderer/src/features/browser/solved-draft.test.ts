import { describe, expect, it } from 'vitest';
import { AnswerDraft } from '../../question/answer-draft.svelte.ts';
import { cardOf } from '../../testing/cards.fixture.ts';
import { enterSolution } from './solved-draft.ts';

const both = (text: string) => ({ th: `${text} (th)`, en: text });
const wrong = (id: string, expected?: string) => ({ id, right: false, ...(expected && { expected: both(expected) }) });

describe('what is right, entered', () => {
  it('is chosen among options', () => {
    const draft = new AnswerDraft(cardOf('choices'));
    const parts = enterSolution(draft, [wrong('moscow'), { id: 'tashkent', right: true }, wrong('minsk')]);
    expect(draft.chosen).toEqual(['moscow', 'minsk']);
    expect(parts.every(({ right }) => right)).toBe(true);
  });

  it('stands in the gaps', () => {
    const draft = new AnswerDraft(cardOf('cloze'));
    const parts = enterSolution(draft, [wrong('1', '1992'), wrong('2', 'Tashkent')]);
    expect(draft.blanks).toEqual(['1992', 'Tashkent']);
    expect(parts).toEqual([
      { id: '1', right: true },
      { id: '2', right: true },
    ]);
  });

  it('makes pairs by their texts; one that is not known stays open', () => {
    const draft = new AnswerDraft(cardOf('match'));
    const parts = enterSolution(draft, [wrong('council', 'Decides'), wrong('staff', 'Dances')]);
    expect(draft.pairs).toEqual({ council: 'decides' });
    expect(parts.map(({ right }) => right)).toEqual([true, false]);
  });

  it('is nothing to be entered where the answer is typed', () => {
    const draft = new AnswerDraft(cardOf('typed'));
    expect(enterSolution(draft, [])).toEqual([]);
    expect(draft.text).toBe('');
  });
});
