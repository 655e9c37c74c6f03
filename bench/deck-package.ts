import { randomBytes } from 'node:crypto';
import type { Grade } from '../core/domain/grade.ts';
import type { NoteType } from '../core/domain/note/note-type.ts';
import { seededRandom } from '../core/domain/random.ts';
import { DAY_MS } from '../core/domain/study/study-day.ts';
import type { SourceMedia } from '../core/services/transfer/format.ts';
import { writePackage } from '../core/services/transfer/write/anki/package.ts';
import type { Outgoing, OutgoingNote, OutgoingReview } from '../core/services/transfer/write/outgoing.ts';
import { BENCH_NOW } from './collection.ts';

/** How much of each a made-up package holds. */
export interface DeckPackage {
  readonly notes: number;
  readonly reviews: number;
  /** Files that do not pack, of a MB each. */
  readonly media: number;
}

const DAYS = 730;
const DECKS = 40;
const MEDIUM_BYTES = 1 << 20;
const TYPE: NoteType = {
  ...{ id: 'anki-1500000000001', name: 'Basic', kind: 'standard', css: '.card { text-align: center; }', sortField: 0 },
  fields: [{ name: 'Front' }, { name: 'Back' }, { name: 'Example' }],
  templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{FrontSide}}<hr>{{Back}}<br>{{Example}}' }],
};
const WORDS = 'ภาษา คำศัพท์ ประเทศ สัญญา ความมั่นคง <b>treaty</b> member summit the of and a council 1992 2535'.split(' ');

/** What a card went through: grades and days from its first, and how it stands then, by the rules of the second scheduler. */
function historyOf(random: () => number, length: number) {
  const steps: { readonly day: number; readonly grade: Grade; readonly intervalDays: number; readonly last: number }[] =
    [];
  let [day, intervalDays, lapses] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const dice = random();
    const grade: Grade = dice < 0.1 ? 1 : dice < 0.2 ? 2 : dice < 0.9 ? 3 : 4;
    const last = intervalDays;
    intervalDays = grade === 1 ? 1 : Math.min(90, Math.max(1, Math.round(intervalDays * (0.8 + 0.5 * grade))));
    if (grade === 1 && last > 1) lapses += 1;
    steps.push({ day, grade, intervalDays, last });
    day += Math.max(1, Math.min(intervalDays, Math.floor((DAYS - day) / (length - i))));
  }
  return { steps, day, intervalDays, lapses };
}

/** Notes of about 370 bytes with a card each that was studied for two years, in nested decks. The same size gives the same package. */
function outgoingOf({ notes, reviews, media }: DeckPackage): Outgoing {
  const random = seededRandom(`${notes} ${reviews}`);
  const text = (words: number) =>
    Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]!).join(' ');
  const today = Math.floor(BENCH_NOW / DAY_MS);
  const first = today - DAYS;
  const perCard = Math.floor(reviews / notes);
  const histories = Array.from({ length: 64 }, () => historyOf(random, perCard));
  const base = (card: number) => (card * 31) % 200;
  const cardOf = (card: number): OutgoingNote['cards'][number] => {
    const { day, intervalDays, lapses } = histories[card % 64]!;
    return {
      ...{ ordinal: 0, deckId: `deck-${card % DECKS}`, sourceId: String(1_400_000_000_000 + card) },
      ...(perCard > 0 && {
        state: {
          ...{ phase: 'review', ease: 2.5, intervalDays, lapses, reps: perCard },
          dueDay: Math.max(today - 20, first + base(card) + day),
        },
      }),
    };
  };
  return {
    types: [TYPE],
    decks: Array.from({ length: DECKS }, (_, i) => ({ id: `deck-${i}`, name: `คำ::${i % 8}::บท ${i}` })),
    presets: [],
    schedule: { at: BENCH_NOW - DAY_MS, dayZero: first, rolloverHour: 4, utcOffsetMin: 420 },
    async *notes() {
      for (let i = 0; i < notes; i++) {
        const at = 1_400_000_000_000 + i * 1000;
        const fields = [`${i} ${text(3)}`, text(8), text(12)];
        const content = { kind: 'fields', typeId: TYPE.id, fields } as const;
        const tags = [`unit::${i % 97}`, 'leech'].slice(0, 1 + (i % 50 === 0 ? 1 : 0));
        yield {
          note: { id: `bench${i.toString(36)}`, content, tags, createdAt: at, modifiedAt: at },
          cards: [cardOf(i)],
        };
      }
    },
    async *reviews() {
      const byDay: number[][] = Array.from({ length: DAYS + 200 }, () => []);
      for (let card = 0; card < notes; card++)
        for (const [k, { day }] of histories[card % 64]!.steps.entries()) byDay[base(card) + day]!.push(card, k);
      for (const [day, pairs] of byDay.entries())
        for (let i = 0; i < pairs.length; i += 2) {
          const step = histories[pairs[i]! % 64]!.steps[pairs[i + 1]!]!;
          yield reviewOf(pairs[i]!, step, Math.min((first + day) * DAY_MS + i * 20, BENCH_NOW - DAY_MS));
        }
    },
    media: () => mediaOf(media),
  };
}

type Step = ReturnType<typeof historyOf>['steps'][number];

const reviewOf = (card: number, { grade, intervalDays, last }: Step, at: number): OutgoingReview => ({
  ...{ source: '', card: String(1_400_000_000_000 + card), at, grade, elapsedMs: 4_000 + (at % 9_000) },
  isScheduling: true,
  step: {
    phase: last === 0 ? 'learning' : 'review',
    ...{ intervalDays, lastIntervalDays: last, difficulty: 5 },
  },
});

async function* mediaOf(count: number): AsyncGenerator<SourceMedia> {
  const content = randomBytes(MEDIUM_BYTES);
  for (let i = 0; i < count; i++)
    yield {
      ...{ name: `${i}.jpg`, bytes: MEDIUM_BYTES },
      async *open() {
        content.writeUInt32LE(i, 0);
        yield content;
      },
    };
}

/** Writes a package for the second kind of reader, as Anki's own export does. */
export async function writeDeckPackage(path: string, what: DeckPackage): Promise<void> {
  const options = { signal: new AbortController().signal, now: BENCH_NOW, withProgress: what.reviews > 0 };
  await writePackage(outgoingOf(what), path, { ...options, language: 'th' });
}
