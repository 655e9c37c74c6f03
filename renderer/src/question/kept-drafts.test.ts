import { beforeEach, describe, expect, it } from 'vitest';
import { cardOf } from '../testing/cards.fixture.ts';
import { AnswerDraft } from './answer-draft.svelte.ts';
import { KeptDrafts } from './kept-drafts.ts';

describe('a half entered answer', () => {
  beforeEach(() => sessionStorage.clear());
  const drafts = () => new KeptDrafts(sessionStorage);
  const again = (draft: AnswerDraft, revision = draft.card.revision) => {
    const restored = new AnswerDraft({ ...draft.card, revision });
    drafts().restore(restored);
    return restored;
  };

  it('is there after the page was loaded again, for every kind', () => {
    const typed = new AnswerDraft(cardOf('typed'));
    typed.text = 'half an ans';
    const cloze = new AnswerDraft(cardOf('cloze'));
    cloze.blanks[1] = 'Minsk';
    const order = new AnswerDraft(cardOf('order'));
    order.moveTo('three', 0);
    const match = new AnswerDraft(cardOf('match'));
    match.pair('council', 'decides');
    const choices = new AnswerDraft(cardOf('choices'));
    choices.toggle('minsk');
    for (const draft of [typed, cloze, order, match, choices]) drafts().keep(draft, draft.card.revision);
    expect(again(typed).text).toBe('half an ans');
    expect(again(cloze).response()).toEqual(['', 'Minsk']);
    expect([again(order).response(), again(order).ready]).toEqual([['three', 'one', 'two'], true]);
    expect(again(match).response()).toEqual({ council: 'decides' });
    expect(again(choices).response()).toEqual(['minsk']);
  });

  it('is kept for the card as it was: answered elsewhere, or answered here, it is gone', () => {
    const typed = new AnswerDraft(cardOf('typed'));
    typed.text = 'half';
    drafts().keep(typed, 4);
    expect([again(typed, 3).text, again(typed, 4).text]).toEqual(['', 'half']);
    drafts().forget(typed.card.cardId);
    expect(again(typed, 4).text).toBe('');
  });

  it('what can not be read in the storage is no draft', () => {
    const typed = new AnswerDraft(cardOf('typed'));
    for (const junk of ['{', 'null', '[]']) {
      sessionStorage.setItem('jamdai.drafts', junk);
      expect(again(typed).text).toBe('');
    }
  });
});
