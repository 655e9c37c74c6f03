import type { NoteType } from '../../../domain/note/note-type.ts';
import type { Note } from '../../../domain/note/note.ts';
import type { Question } from '../../../domain/question.ts';
import type { SourceSchedule } from '../format.ts';
import type { Outgoing, OutgoingCard, OutgoingNote, OutgoingReview } from './outgoing.ts';

export const DAY_ZERO = 20_000;
/** 2024-10-04, 12:00 UTC. */
export const T0 = Date.UTC(2024, 9, 4, 12);
export const BANGKOK: SourceSchedule = { at: T0 + 5_000, dayZero: DAY_ZERO, rolloverHour: 4, utcOffsetMin: 420 };

export const BASIC: NoteType = {
  id: 'anki-1500000000001',
  name: 'Basic',
  kind: 'standard',
  fields: [
    { name: 'Front', font: 'Loma', sizePx: 24 },
    { name: 'Back', isRightToLeft: true },
  ],
  templates: [
    { name: 'Forth', front: '{{Front}}', back: '{{FrontSide}}<hr>{{Back}}' },
    { name: 'Back', front: '{{#Back}}{{Front}}{{/Back}}', back: '{{Front}}' },
  ],
  css: '.card {}',
  sortField: 0,
  latex: { before: '\\a', after: '\\z' },
};
export const OCCLUSION: NoteType = {
  id: 'own-occlusion',
  name: 'Occlusion',
  kind: 'cloze',
  stock: 'image-occlusion',
  fields: ['Occlusion', 'Image', 'Header', 'Back Extra', 'Comments'].map((name) => ({ name })),
  templates: [{ name: 'Mask', front: '{{cloze:Occlusion}}{{Image}}', back: '{{Image}}' }],
  css: '',
  sortField: 2,
};

export const fieldsNote = (
  id: string,
  fields: readonly string[],
  typeId = BASIC.id,
  tags: readonly string[] = [],
): Note => ({
  id,
  content: { kind: 'fields', typeId, fields },
  tags,
  createdAt: T0,
  modifiedAt: T0 + 1_500,
});

export const questionNote = (question: Question, languages: readonly ('th' | 'en')[] = ['th', 'en']): Note => ({
  id: question.id,
  content: { kind: 'question', languages, question },
  tags: [],
  createdAt: T0,
  modifiedAt: T0,
});

interface Parts {
  readonly notes?: readonly (readonly [Note, ...OutgoingCard[]])[];
  readonly reviews?: readonly OutgoingReview[];
  readonly media?: Readonly<Record<string, string>>;
}

/** A deck to write, with a preset of its own; cards are in `words` unless they say otherwise. */
export const outgoing = ({ notes = [], reviews = [], media = {} }: Parts, over: Partial<Outgoing> = {}): Outgoing => ({
  types: [BASIC, OCCLUSION],
  decks: [{ id: 'words', name: 'ไทย::คำ', description: 'd', presetId: 'mine' }],
  presets: [
    {
      id: 'mine',
      name: 'Mine',
      newPerDay: 7,
      reviewsPerDay: 90,
      learningStepsMin: [1, 15],
      relearningStepsMin: [20],
      maximumIntervalDays: 365,
      retention: 0.85,
      leechLapses: 5,
      weights: Array.from({ length: 21 }, (_, i) => i / 10),
    },
  ],
  schedule: BANGKOK,
  async *notes(): AsyncGenerator<OutgoingNote> {
    for (const [note, ...cards] of notes) yield { note, cards };
  },
  async *reviews() {
    yield* reviews;
  },
  async *media() {
    for (const [name, text] of Object.entries(media)) {
      const bytes = Buffer.from(text);
      yield {
        name,
        bytes: bytes.length,
        async *open() {
          yield bytes;
        },
      };
    }
  },
  ...over,
});
