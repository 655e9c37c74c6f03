import type { OutgoingNote } from './outgoing.ts';
import { LOSSES, type LossCode } from '../../../domain/note/losses.ts';
import type { WriterId } from './writers.ts';

/** The formats of decks, and the folder of a course. */
export type OutgoingFormat = WriterId | 'course';

export interface Loss {
  readonly code: LossCode;
  /** Of notes, cards, reviews, files or presets, as the code says. */
  readonly count: number;
}

/** What is to go out, counted. */
export interface Facts {
  readonly notes: number;
  readonly reviews: number;
  readonly media: number;
  readonly presets: number;
  readonly questions: number;
  readonly pictureQuestions: number;
  readonly bilingual: number;
  readonly templated: number;
  readonly tagged: number;
  /** Cards. */
  readonly scheduled: number;
  readonly marked: number;
  readonly inOtherDecks: number;
}

type OfNotes = Omit<Facts, 'reviews' | 'media' | 'presets'>;

/** Counts what losses are about, in one walk over the notes. */
export async function factsOf(notes: AsyncIterable<OutgoingNote>): Promise<OfNotes> {
  const facts = {
    notes: 0,
    questions: 0,
    pictureQuestions: 0,
    bilingual: 0,
    templated: 0,
    tagged: 0,
    scheduled: 0,
    marked: 0,
    inOtherDecks: 0,
  };
  for await (const { note, cards } of notes) {
    const { content, tags } = note;
    facts.notes++;
    if (tags.length > 0) facts.tagged++;
    if (content.kind === 'fields') facts.templated++;
    else {
      facts.questions++;
      if (content.question.kind === 'label') facts.pictureQuestions++;
      if (content.languages.length > 1) facts.bilingual++;
    }
    for (const { state, flag, suspended, buried, deckId } of cards) {
      if (state) facts.scheduled++;
      if (flag || suspended || buried) facts.marked++;
      if (deckId !== cards[0]!.deckId) facts.inOtherDecks++;
    }
  }
  return facts;
}

type Counted = { readonly [code in LossCode]?: keyof Facts };
const OF_PROGRESS: Counted = { reviews: 'reviews', schedule: 'scheduled', marks: 'marked', presets: 'presets' };
const AS_PLAIN_CARDS: Counted = {
  'picture-questions': 'pictureQuestions',
  'graded-by-hand': 'questions',
  'second-language': 'bilingual',
  'question-details': 'questions',
};

/** What each format loses, and which of the facts counts it. */
const LOST: Readonly<Record<OutgoingFormat, Counted>> = {
  apkg: AS_PLAIN_CARDS,
  csv: { ...AS_PLAIN_CARDS, templates: 'templated', media: 'media', ...OF_PROGRESS, 'card-decks': 'inOtherDecks' },
  markdown: { 'card-looks': 'templated', media: 'media', ...OF_PROGRESS },
  json: { media: 'media' },
  printable: { ...AS_PLAIN_CARDS, 'card-looks': 'templated', media: 'media', ...OF_PROGRESS, tags: 'tagged' },
  // What of the notes themselves it can not hold is told by who writes it.
  course: OF_PROGRESS,
};

/**
 * What will be missing in the file, before it is written; nothing that is not there is named.
 * @param withProgress else nobody expects schedule, reviews, marks and options
 */
export function losses(format: OutgoingFormat, facts: Facts, withProgress: boolean): readonly Loss[] {
  return LOSSES.flatMap((code) => {
    const counted = LOST[format][code];
    const count = counted && (withProgress || !(code in OF_PROGRESS)) ? facts[counted] : 0;
    return count > 0 ? [{ code, count }] : [];
  });
}
