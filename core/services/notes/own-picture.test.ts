import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sent } from '../../api/contract.ts';
import { askedOnRegions, OWN_PICTURE, type Region, type RegionTask } from '../../domain/own-picture.ts';
import type { Response } from '../../domain/question.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

type Draft = Extract<Sent<'note.add'>['content'], { kind: 'question' }>['question'];

let app: StudyApp;
let deckId: string;
let file: string;
beforeEach(async () => {
  app = await startStudyApp();
  ({ deckId } = await app.call('deck.create', { name: 'Heart' }));
  const path = join(app.dataDir, '..', 'heart.png');
  writeFileSync(path, Buffer.from('89504e470d0a1a0a0000', 'hex'));
  ({ name: file } = await app.call('media.add', { path, name: 'heart.png' }));
});
afterEach(() => app.dispose());

const both = (en: string, th: string) => ({ en, th });
const REGIONS: readonly Region[] = [
  {
    id: 'r1',
    text: both('Aorta', 'เอออร์ตา'),
    shape: 'rect',
    points: [
      [0.1, 0.1],
      [0.3, 0.2],
    ],
  },
  {
    id: 'r2',
    text: both('Left atrium', 'หัวใจห้องบนซ้าย'),
    shape: 'ellipse',
    points: [
      [0.5, 0.3],
      [0.7, 0.5],
    ],
  },
  {
    id: 'r3',
    text: both('Apex', 'ปลายหัวใจ'),
    shape: 'polygon',
    points: [
      [0.5, 0.8],
      [0.6, 0.9],
      [0.4, 0.9],
    ],
  },
];
const draft = (task: RegionTask, asked: string, regions = REGIONS): Draft =>
  ({
    ...{ kind: 'label', picture: OWN_PICTURE, prompt: both('What is it?', 'คืออะไร'), explanation: both('', '') },
    ...{ evidence: [], image: { file, covers: 'all', regions } },
    ...askedOnRegions(regions, task, asked, { th: [], en: ['Great artery'] }),
  }) as unknown as Draft;
const add = (question: Draft) =>
  app.call('note.add', { deckId, content: { kind: 'question', languages: ['th', 'en'], question }, tags: [] });

async function answered(task: RegionTask, response: Response) {
  await add(draft(task, 'r1'));
  const { sessionId } = await app.call('study.start', { mode: 'review', courseId: deckId });
  const card = (await app.call('study.next', { sessionId }))!;
  const outcome = await app.call('study.answer', {
    ...{ sessionId, cardId: card.cardId, revision: card.revision, elapsedMs: 1_000 },
    response: response as Sent<'study.answer'>['response'],
  });
  return { card, outcome };
}

describe('a question on a picture of the learner’s own', () => {
  it.each<[RegionTask, Response, string, number, boolean]>([
    ['name', 'aorta', 'right', 1, false],
    ['name', 'เอออร์ตา', 'right', 1, false],
    ['name', 'great artery', 'right', 1, false],
    ['name', 'Aorto', 'close', 0, true],
    ['name', 'Apex', 'wrong', 0, false],
    ['find', 'r1', 'right', 1, false],
    ['find', 'r3', 'wrong', 0, false],
    ['place', { r1: 'l1', r2: 'l2', r3: 'l3' }, 'right', 1, false],
    ['place', { r1: 'l1', r2: 'l3', r3: 'l2' }, 'partial', 1 / 3, false],
    ['place', {}, 'wrong', 0, false],
  ])('to %s, answered %j, is %s', async (task, response, verdict, score, tryAgain) => {
    const { outcome } = await answered(task, response);
    expect(outcome).toMatchObject({ verdict, tryAgain });
    expect(outcome.score).toBeCloseTo(score, 5);
  });

  it('says in the question no more than is needed to point at it; its picture has places and names', async () => {
    const { card } = await answered('name', 'aorta');
    expect(card.label).toEqual({ picture: OWN_PICTURE, task: 'name', marks: ['r1'] });
    expect(JSON.stringify(card)).not.toContain('Aorta');
    const { address, covers, regions } = await app.call('card.picture', { cardId: card.cardId });
    expect(address).toMatch(/^\/media\/[\w-]+\/[0-9a-f]{64}$/);
    expect((await app.call('media.address', { name: file })).address).toBe(address);
    expect({ covers, regions }).toEqual({ covers: 'all', regions: REGIONS });
  });

  it('is the same after a restart, and without its file says so', async () => {
    const { noteId, cards } = await add({
      ...draft('find', 'r2'),
      image: { file: 'gone.png', covers: 'none', regions: [...REGIONS] },
    } as Draft);
    await app.restart();
    expect((await app.call('note.get', { noteId })).question?.question).toMatchObject({
      ...{ task: 'find', answer: 'r2' },
      image: { file: 'gone.png', covers: 'none', regions: REGIONS },
    });
    expect((await app.call('card.picture', { cardId: cards[0]! })).address).toBeNull();
  });

  it('a card without one has none', async () => {
    const [card] = (
      await app.call('card.list', { query: '', sort: { by: 'taught', descending: false }, offset: 0, limit: 1 })
    ).rows;
    await expect(app.call('card.picture', { cardId: card!.cardId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it.each<[string, () => Draft]>([
  ['no-picture', () => ({ ...draft('place', ''), image: { file: '', covers: 'all', regions: [...REGIONS] } }) as Draft],
  ['no-regions', () => draft('place', '', [])],
  ['empty-option', () => draft('place', '', [{ ...REGIONS[0]!, text: both('', '') }])],
  ['same-options', () => draft('place', '', [REGIONS[0]!, { ...REGIONS[1]!, text: REGIONS[0]!.text }])],
  ['no-region-asked', () => draft('find', 'r9')],
])('is refused with %s', async (reason, made) => {
  await expect(add(made())).rejects.toMatchObject({ code: 'bad-input', details: { reason } });
});
