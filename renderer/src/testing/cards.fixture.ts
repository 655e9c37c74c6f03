import { parseCardId } from '../../../core/domain/ids.ts';
import type { CardView, Outcome } from '../../../core/api/contract.ts';

const both = (text: string) => ({ th: `${text} (th)`, en: text });
const labelled = (...names: string[]) => names.map((name) => ({ id: name.toLowerCase(), text: both(name) }));
const interval = (minutes: number) => ({ due: minutes * 60_000, intervalMs: minutes * 60_000 });
const DAY = 24 * 60;

/** A card of a kind as the host would send it. */
export function cardOf(kind: CardView['kind'], more: Partial<CardView> = {}): CardView {
  const forms: Record<CardView['kind'], Partial<CardView>> = {
    card: { prompt: both('Why?'), back: both('Because.') },
    cloze: { prompt: both('Signed in {{1}} at {{2}}.'), blanks: [{ as: 'year' }, { as: 'text' }] },
    choice: { prompt: both('Where?'), options: labelled('Moscow', 'Tashkent', 'Minsk') },
    choices: { prompt: both('Which ones?'), options: labelled('Moscow', 'Tashkent', 'Minsk'), choose: 2 },
    typed: { prompt: both('What is it called?') },
    number: { prompt: both('How many?'), unit: both('documents') },
    date: { prompt: both('When?'), precision: 'day' },
    order: { prompt: both('In order?'), options: labelled('One', 'Two', 'Three') },
    match: {
      prompt: both('Who does what?'),
      left: labelled('Council', 'Staff'),
      right: labelled('Plans', 'Decides', 'Sings'),
    },
    label: { prompt: both('Which state is this?'), label: { picture: 'members', task: 'name', marks: ['armenia'] } },
  };
  return {
    cardId: parseCardId(`test/${kind}`),
    revision: 3,
    kind,
    course: { id: 'test', title: both('A course') },
    lesson: { id: 'first', number: 1, title: both('First') },
    sectionId: 'section',
    prompt: both('?'),
    hasHint: false,
    attempt: null,
    phase: 'new',
    intervals: { 1: interval(1), 2: interval(6), 3: interval(10), 4: interval(8 * DAY) },
    buttons: 4,
    suspended: false,
    flag: 0,
    marked: false,
    ...forms[kind],
    ...more,
  };
}

/** An outcome as the host would send it: right, graded Good, back tomorrow. */
export const outcomeOf = (card: CardView, more: Partial<Outcome> = {}): Outcome => ({
  cardId: card.cardId,
  revision: card.revision + 1,
  verdict: 'right',
  score: 1,
  parts: [],
  tryAgain: false,
  answer: both('the answer'),
  explanation: both('It is so.'),
  evidence: [
    {
      id: 'p012',
      gist: both('What stands there.'),
      section: { lessonId: 'first', sectionId: 'section', heading: both('A section') },
    },
  ],
  grade: 3,
  due: 20 * 3_600_000,
  why: null,
  progress: { done: 1, left: 4, repeats: 0, learning: 0, review: 4, new: 0 },
  ...more,
});
