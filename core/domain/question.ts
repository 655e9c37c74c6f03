import type { CardId } from './ids.ts';
import type { OwnPicture } from './own-picture.ts';

/** One text in both languages of the interface. */
export interface Bilingual {
  readonly th: string;
  readonly en: string;
}

export const QUESTION_KINDS = [
  'card',
  'cloze',
  'choice',
  'choices',
  'typed',
  'number',
  'date',
  'order',
  'match',
  'label',
] as const;

/** What is asked of a mark or marks on a picture. */
export const LABEL_TASKS = ['name', 'find', 'place'] as const;

/** What a question asks for: to know it, to explain it, to use it on a case, to weigh what may be said. */
export const QUESTION_LEVELS = ['recall', 'understand', 'apply', 'judge'] as const;
type QuestionLevel = (typeof QUESTION_LEVELS)[number];
/** Does it ask for more than to know? What does not say asks for that alone. */
export const isAboveRecall = ({ level = 'recall' }: { readonly level?: QuestionLevel }): boolean => level !== 'recall';

/** What is accepted as text: every entry is a whole answer; the first of each language is the one shown. */
export interface Accepted {
  readonly th: readonly string[];
  readonly en: readonly string[];
}

/** An option, item or side of a pair. `id` is unique within its question and says nothing about the answer. */
export interface Labelled {
  readonly id: string;
  readonly text: Bilingual;
}
interface Option extends Labelled {
  /** Why this option is wrong, where saying so teaches something. */
  readonly why?: Bilingual;
}

/** One gap of a cloze. `accents` as in a typed question. Years are Common Era; a date is ISO, as precise as it is asked (1992, 1992-05, 1992-05-15). */
export type Blank =
  | { readonly as: 'text'; readonly accept: Accepted; readonly accents?: 'ignore' }
  | { readonly as: 'number'; readonly answer: number }
  | { readonly as: 'year'; readonly answer: number }
  | { readonly as: 'date'; readonly answer: string };

interface Base {
  /** Unique in its course, for ever. */
  readonly id: string;
  /** Its card, where course and question do not name it: of a note. */
  readonly cardId?: CardId;
  readonly lessonId: string;
  readonly sectionId: string;
  readonly prompt: Bilingual;
  readonly explanation: Bilingual;
  readonly hint?: Bilingual;
  /** Absent in courses that do not say. */
  readonly level?: QuestionLevel;
  /** Asked inside the lesson, after its section. */
  readonly inline: boolean;
  /** No longer asked; kept because learners have a history with it. */
  readonly retired?: true;
  /** A passage of the source whose gist is shown with the prompt. */
  readonly passage?: string;
  /** Questions of the course that give this one away, or are given away by it: they are not asked on one day. */
  readonly reveals?: readonly string[];
  /** Questions of the course whose answers are easily taken for this one's: asked in turn, side by side. */
  readonly confuses?: readonly string[];
  /** Of a course: what it is found by. A note has its own. */
  readonly tags?: readonly string[];
  /** Paragraphs of the source the answer rests on. */
  readonly evidence: readonly string[];
}

type CardQuestion = Base & { readonly kind: 'card'; readonly back: Bilingual };
/** The prompt marks its gaps as {{1}}, {{2}} … in both languages; `blanks[0]` is {{1}}. */
export type ClozeQuestion = Base & { readonly kind: 'cloze'; readonly blanks: readonly Blank[] };
/** `answer`: ids of the right options; exactly one for `choice`. */
export type ChoiceQuestion = Base & {
  readonly kind: 'choice' | 'choices';
  readonly options: readonly Option[];
  readonly answer: readonly string[];
};
/** `accents: 'ignore'`: those of Latin letters are only a way to write a name; else they make another word. */
type TypedQuestion = Base & { readonly kind: 'typed'; readonly accept: Accepted; readonly accents?: 'ignore' };
/** Right when |typed − answer| ≤ tolerance. */
type NumberQuestion = Base & {
  readonly kind: 'number';
  readonly answer: number;
  readonly tolerance: number;
  readonly unit?: Bilingual;
};
/** ISO: 1992, 1992-05 or 1992-05-15; that precision is asked for. */
type DateQuestion = Base & { readonly kind: 'date'; readonly answer: string };
/** `items` stand in the right order. */
export type OrderQuestion = Base & { readonly kind: 'order'; readonly items: readonly Labelled[] };
/** `answer` maps each left id to its right id; `right` may hold more than are used. */
export type MatchQuestion = Base & {
  readonly kind: 'match';
  readonly left: readonly Labelled[];
  readonly right: readonly Labelled[];
  readonly answer: Readonly<Record<string, string>>;
};

type OnPicture = Base & {
  readonly kind: 'label';
  /** Id of a picture of the course; `own` where the question has one. */
  readonly picture: string;
  readonly image?: OwnPicture;
};
/** One mark is lit and its name hidden: what is here? */
type NameOfMark = OnPicture & { readonly task: 'name'; readonly mark: Labelled };
export type TypedNameQuestion = NameOfMark & { readonly accept: Accepted; readonly accents?: 'ignore' };
/** `answer`: the id of the one right option. */
export type ChosenNameQuestion = NameOfMark & {
  readonly options: readonly Option[];
  readonly answer: readonly string[];
};
/** The prompt says what is looked for; `marks` are all that can be pointed at, `answer` is the id of the one. */
export type FindQuestion = OnPicture & {
  readonly task: 'find';
  readonly marks: readonly Labelled[];
  readonly answer: string;
};
/** `marks` are empty; `answer` maps each to the id of its label. `labels` may hold more than are used, and their ids say nothing. */
export type PlaceQuestion = OnPicture & {
  readonly task: 'place';
  readonly marks: readonly Labelled[];
  readonly labels: readonly Labelled[];
  readonly answer: Readonly<Record<string, string>>;
};
/** Asked on a picture whose marks have names. */
export type LabelQuestion = TypedNameQuestion | ChosenNameQuestion | FindQuestion | PlaceQuestion;

export type Question =
  | CardQuestion
  | ClozeQuestion
  | ChoiceQuestion
  | TypedQuestion
  | NumberQuestion
  | DateQuestion
  | OrderQuestion
  | MatchQuestion
  | LabelQuestion;

/**
 * What the learner gave, by kind: typed, number, date and choice (an option id) a string; cloze (one entry per gap),
 * choices (option ids) and order (item ids) a list; match a map from left id to right id. A label question: the name as text
 * or an option id; the id of a mark; a map from mark id to label id. A card has none.
 */
export type Response = string | readonly string[] | Readonly<Record<string, string>>;
