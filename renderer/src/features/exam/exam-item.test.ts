import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../../core/api/contract.ts';
import { cardOf } from '../../testing/cards.fixture.ts';
import { ExamItem } from './exam-item.svelte.ts';

const labels = ['a', 'b'].map((id) => ({ id, text: { th: id, en: id } }));
const onPicture = (task: 'name' | 'find' | 'place', more: Partial<CardView> = {}) =>
  cardOf('label', { label: { picture: 'members', task, marks: ['armenia', 'belarus'] }, ...more });
const item = (card: CardView, response: ConstructorParameters<typeof ExamItem>[0]['response'] = null) =>
  new ExamItem({ card, response, marked: false, elapsedMs: 0 }, { number: 1, part: '', onenter: () => undefined });

describe('a question on a picture in an exam', () => {
  it.each([
    ['a typed name', onPicture('name'), 'Armenia'],
    ['a chosen name', onPicture('name', { options: labels }), 'b'],
    ['a mark', onPicture('find'), 'russia'],
    ['labels', onPicture('place', { options: labels }), { armenia: 'a', belarus: 'b' }],
    ['some of the labels', onPicture('place', { options: labels }), { belarus: 'a' }],
  ])('%s is there again as it was answered, and can be taken out', (_, card, response) => {
    const asked = item(card, response);
    expect([asked.given, asked.unsaved]).toEqual([response, false]);
    asked.clear();
    expect([asked.given, asked.unsaved]).toEqual([null, true]);
  });

  it('counts as answered from the first mark or label on', () => {
    const find = item(onPicture('find'));
    find.draft.press('russia');
    expect(find.given).toBe('russia');
    const place = item(onPicture('place', { options: labels }));
    place.draft.press('armenia');
    expect(place.answered).toBe(false);
    place.draft.pick('right', 'b');
    expect(place.given).toEqual({ armenia: 'b' });
  });
});
