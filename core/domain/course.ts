import type { FinalExam } from './exam/blueprint.ts';
import type { Pictures } from './pictures.ts';
import type { Bilingual, Question } from './question.ts';

/** Text inside a block. Rendered by components, so no HTML ever reaches the page. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'term'; readonly termId: string; readonly children: readonly Inline[] }
  /** Paragraphs of the source the words before it rest on. */
  | { readonly kind: 'cite'; readonly paragraphs: readonly string[] };

export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** A picture of the course, with the ids of the marks it emphasises; `children` is what is written below it. */
  | {
      readonly kind: 'picture';
      readonly picture: string;
      readonly focus: readonly string[];
      readonly children: readonly Inline[];
    }
  /** A picture, sound or film that its author put into a lesson, by the name of its file; `children` is what is written below it. */
  | {
      readonly kind: 'medium';
      readonly name: string;
      /** Where the page gets it; null where the file is missing, absent where nobody asked. */
      readonly address?: string | null;
      readonly children: readonly Inline[];
    };

export interface Section {
  /** Unique in its lesson, for ever. */
  readonly id: string;
  readonly heading: Bilingual;
  readonly blocks: { readonly th: readonly Block[]; readonly en: readonly Block[] };
  /** The Markdown the blocks were made from. */
  readonly text: Bilingual;
  readonly evidence: readonly string[];
}

export interface Lesson {
  readonly id: string;
  /** Place in the course, from 1. */
  readonly number: number;
  readonly title: Bilingual;
  readonly subtitle: Bilingual;
  readonly objectives: readonly Bilingual[];
  readonly summary: readonly Bilingual[];
  /** Lessons whose questions should be remembered before the new questions of this one are asked. */
  readonly requires: readonly string[];
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
}

export const PARAGRAPH_KINDS = ['fact', 'claim', 'quotation', 'heading', 'reference'] as const;
/** A passage of the source, in our words. `dates` are ISO, Common Era, as precise as the passage. */
export interface Paragraph {
  readonly id: string;
  readonly gist: Bilingual;
  readonly kind: (typeof PARAGRAPH_KINDS)[number];
  readonly dates: readonly string[];
  readonly figures: readonly number[];
  /** Id of the voice that speaks in it; absent where the course names none. */
  readonly voice?: string;
}

/** One of the texts that a source is made of: who speaks, and how that is to be read. */
export interface Voice {
  readonly id: string;
  readonly name: Bilingual;
  /** One sentence: what it is, and how to read it. */
  readonly about: Bilingual;
  /** Id of the voice that quotes it. */
  readonly within?: string;
  /** Ids of the paragraphs that are its own, what it quotes left out. */
  readonly paragraphs: readonly string[];
}

export interface Term {
  readonly id: string;
  readonly term: Bilingual;
  readonly abbr?: string;
  readonly meaning: Bilingual;
  /** How the translated source writes it, where that misleads. */
  readonly inSource?: { readonly as: string; readonly note: Bilingual };
  readonly evidence: readonly string[];
  /** What the glossary quiz asks of it, and nothing else does: from the easiest on. */
  readonly questions?: readonly Question[];
}

/** What is studied together: a course, or a deck of the library, which may lie below others. */
export interface StudiedCourse {
  readonly id: string;
  /** It has cards alone: nothing is read before they are asked. */
  readonly kind?: 'deck';
  /** The learner made it, and can write in it. */
  readonly isOwn?: true;
  /** Decks that it lies below, the nearest first. */
  readonly above?: readonly StudiedCourse[];
  /** Ids of all decks below it. */
  readonly below?: readonly string[];
}

/** A compiled course: everything the app needs of it, as plain JSON; or a deck, with one lesson that holds no questions of its own. */
export interface Course extends StudiedCourse {
  readonly title: Bilingual;
  readonly source: Bilingual;
  /** The one language it is written in: its texts stand under both. Absent: both. */
  readonly languages?: readonly ('th' | 'en')[];
  readonly lessons: readonly Lesson[];
  readonly paragraphs: readonly Paragraph[];
  readonly glossary: readonly Term[];
  /** Who speaks in the source, in its order. */
  readonly voices?: readonly Voice[];
  /** Its final exam; absent where it makes none up. */
  readonly exam?: FinalExam;
  /** Null for a course without pictures. */
  readonly pictures: Pictures | null;
}
