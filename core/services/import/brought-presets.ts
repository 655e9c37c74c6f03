import { createHash } from 'node:crypto';
import type { EventBody } from '../../domain/history/events.ts';
import { asSixthVersion } from '../../domain/study/memory-model.ts';
import { DEFAULT_STUDY_OPTIONS, type StudyOptions } from '../../domain/settings.ts';
import type { Reading, SourcePreset } from '../transfer/format.ts';

/** What decides how a review moves the schedule. */
export interface DeckOptions {
  readonly retention: number;
  readonly learningStepsMin: readonly number[];
  readonly relearningStepsMin: readonly number[];
  readonly maximumIntervalDays: number;
}

const between = (value: number | undefined, least: number, most: number): number | undefined =>
  value === undefined || !Number.isFinite(value) ? undefined : Math.min(most, Math.max(least, value));
const whole = (value: number | undefined, least: number, most: number): number | undefined =>
  value === undefined ? undefined : between(Math.round(value), least, most);
/** At most ten, of up to a day each, to whole minutes. */
const steps = (minutes: readonly number[] | undefined): readonly number[] | undefined =>
  minutes?.slice(0, 10).map((step) => Math.min(1_440, Math.max(1, Math.round(step))));

/** What of a preset the app has too, within its own bounds. */
function optionsIn(preset: SourcePreset): Partial<StudyOptions> {
  const options = {
    newPerDay: whole(preset.newPerDay, 0, 999),
    reviewsPerDay: whole(preset.reviewsPerDay, 0, 9_999),
    retention: between(preset.retention, 0.7, 0.97),
    learningStepsMin: steps(preset.learningStepsMin),
    relearningStepsMin: steps(preset.relearningStepsMin),
    maximumIntervalDays: whole(preset.maximumIntervalDays, 1, 36_500),
    leechLapses: whole(preset.leechLapses, 2, 99),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** How cards of each deck were studied in the file, as far as it says. */
export function presetOptions({ decks, presets }: Reading): (deckId: string) => DeckOptions {
  const byId = new Map(presets.map((preset) => [preset.id, { ...DEFAULT_STUDY_OPTIONS, ...optionsIn(preset) }]));
  const byDeck = new Map(decks.map(({ id, presetId }) => [id, byId.get(presetId ?? '') ?? DEFAULT_STUDY_OPTIONS]));
  return (deckId) => byDeck.get(deckId) ?? DEFAULT_STUDY_OPTIONS;
}

/**
 * The memory model's parameters in the file: there is one model for all cards here, so those of the preset that most cards have. Null
 * where it has none.
 * @param cardsIn how many cards a deck has
 */
export function broughtWeights(
  { decks, presets }: Pick<Reading, 'decks' | 'presets'>,
  cardsIn: (deckId: string) => number,
): readonly number[] | null {
  let [found, most]: [readonly number[] | null, number] = [null, 0];
  for (const { id, weights } of presets) {
    const used = decks.reduce((sum, deck) => sum + (deck.presetId === id ? cardsIn(deck.id) : 0), 0);
    if (weights && used > most) [found, most] = [weights, used];
  }
  return found && asSixthVersion(found);
}

/**
 * Presets as records, and which deck uses which. What says the same has the same id, whoever brings it; what says something else has
 * another, so options that were brought never change those of other decks.
 */
export function* presetEvents({ decks, presets }: Reading, deckIdOf: (deckId: string) => string): Generator<EventBody> {
  const ids = new Map<string, string>();
  for (const preset of presets) {
    if (!decks.some(({ presetId }) => presetId === preset.id)) continue;
    const set = { name: preset.name.slice(0, 200), ...optionsIn(preset) };
    const id = `preset-${createHash('sha256').update(JSON.stringify(set)).digest('hex').slice(0, 16)}`;
    ids.set(preset.id, id);
    yield { type: 'preset', id, set } as EventBody;
  }
  for (const { id, presetId } of decks) {
    const preset = ids.get(presetId ?? '');
    if (preset !== undefined) yield { type: 'course-options', id: deckIdOf(id), set: { preset } };
  }
}
