import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../api/contract.ts';
import { learn, nextCard, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

const preview = (name: string): Promise<Output<'card.preview'>> =>
  app.call('card.preview', { cardId: `tiny/bg-${name}` });

describe('a card that is looked at', () => {
  it('is as it is asked', async () => {
    const asked = await nextCard(app, await learn(app));
    const { card } = await app.call('card.preview', { cardId: asked.cardId });
    expect(card).toEqual(asked);
  });

  it.each([
    ['gaps', '600'],
    ['name', 'great ocean'],
    ['length', '600 kilometres'],
    ['one', ''],
  ])('with what is right in %s', async (name, answer) => {
    const { solved } = await preview(name);
    expect(solved?.answer?.en).toContain(answer);
    expect(solved?.explanation).toBeDefined();
  });

  it('that the learner turns over has its other side, and no verdict', async () => {
    const { card, solved } = await preview('card');
    expect(solved).toBeNull();
    expect(card.back).toBeDefined();
  });

  it('leaves no trace, however often', async () => {
    const before = await app.call('history.list', { days: 1 });
    for (let times = 0; times < 3; times += 1) await preview('one');
    expect(await app.call('history.list', { days: 1 })).toEqual(before);
    expect((await app.call('card.info', { cardId: 'tiny/bg-one' })).reviews).toEqual([]);
  });

  it('that is not there says so', async () => {
    await expect(preview('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });
});
