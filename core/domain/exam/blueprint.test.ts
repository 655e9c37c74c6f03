import { expect, it } from 'vitest';
import type { Form } from '../answered-as.ts';
import { QUESTION_KINDS } from '../question.ts';
import { EXAM_KINDS, fitsKinds, minutesFor } from './blueprint.ts';

it('no exam asks a plain card, and every other kind is either chosen or written', () => {
  for (const kinds of EXAM_KINDS) expect(fitsKinds('card', kinds)).toBe(false);
  const forms = QUESTION_KINDS.filter((one): one is Exclude<Form, 'card'> => one !== 'card' && one !== 'label');
  for (const kind of forms) {
    expect(fitsKinds(kind, 'all')).toBe(true);
    expect([fitsKinds(kind, 'chosen'), fitsKinds(kind, 'written')].filter(Boolean)).toHaveLength(1);
  }
});

it.each([
  [100, 180],
  [50, 90],
  [51, 92],
  [1, 2],
])('%i of 100 questions in 180 minutes get %i', (questions, minutes) => {
  expect(minutesFor(questions, { questions: 100, minutes: 180 })).toBe(minutes);
});
