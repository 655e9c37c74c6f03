import { describe, expect, it } from 'vitest';
import { modelOf, type Strength } from '../../../domain/study/memory-model.ts';
import { studyDay, type StudyClock } from '../../../domain/study/study-day.ts';
import type { SourceCard, SourceReview } from '../format.ts';
import { ankiFormat } from './format.ts';
import { everythingIn, hasSharedDecks, sharedDeck } from './shared-decks.fixture.ts';

/** The shared files that hold reviews, and how many of their cards hold an FSRS memory beside them. */
const WITH_REVIEWS = [
  { file: '785244d6', remembered: 13 },
  { file: '4988f837', remembered: 0 },
  { file: '7dede56d', remembered: 0 },
  { file: '49436153', remembered: 0 },
  { file: '7fa227a0', remembered: 0 },
  { file: '2acbbef0', remembered: 0 },
  { file: 'd42527e3', remembered: 0 },
];

/** What our model says after the reviews that count, by study days. */
function replayed(
  reviews: readonly SourceReview[],
  weights: readonly number[] | null,
  clock: StudyClock,
): Strength | null {
  let strength: Strength | null = null;
  let last = 0;
  for (const { at, grade, isScheduling, isAfterReset } of reviews) {
    if (isAfterReset) strength = null;
    if (!isScheduling) continue;
    const day = studyDay(at, clock);
    strength = modelOf(weights).after(strength, strength ? day - last : 0, grade);
    last = day;
  }
  return strength;
}

const isWithin = (share: number, got: number, wanted: number) => Math.abs(got - wanted) <= share * wanted;

describe.skipIf(!hasSharedDecks)(
  'replay of the reviews says what the file says (skipped without ../shared/decks)',
  () => {
    it.each(WITH_REVIEWS)(
      '$file: stability and difficulty within 1 % for 99 % of its cards',
      async ({ file, remembered }) => {
        const reading = await ankiFormat.open(sharedDeck(file), { signal: new AbortController().signal });
        const { notes, reviews } = await everythingIn(reading);
        const { schedule, decks, presets } = reading;
        await reading.close();
        const clock = { utcOffsetMin: schedule!.utcOffsetMin ?? 0, rolloverHour: schedule!.rolloverHour };
        const weightsOf = (card: SourceCard) => {
          const deck = decks.find(({ id }) => id === card.deckId)!;
          return presets.find(({ id }) => id === deck.presetId)?.weights ?? null;
        };
        const cards = notes.flatMap((note) => note.cards);
        const held = cards.filter(({ state }) => state?.stabilityDays !== undefined);
        const off = held.filter((card) => {
          const own = reviews.filter((review) => review.card === card.sourceId);
          const strength = replayed(own, weightsOf(card), clock)!;
          const { stabilityDays, difficulty } = card.state!;
          return (
            !isWithin(0.01, strength.stabilityDays, stabilityDays!) || !isWithin(0.01, strength.difficulty, difficulty!)
          );
        });
        expect(held.length).toBe(remembered);
        expect(off.length).toBeLessThanOrEqual(held.length * 0.01);
      },
    );
  },
);
