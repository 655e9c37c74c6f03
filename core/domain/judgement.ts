import type { Bilingual } from './question.ts';

/**
 * `close`: a slip in a typed answer, shown as a difference and never counted as right.
 * `partial`: some parts of choices, order, match or cloze are right.
 */
export const VERDICTS = ['right', 'close', 'partial', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A run of grapheme clusters: in both texts, only in what was typed (`extra`), or only in the answer (`missing`). */
export interface DifferencePart {
  readonly kind: 'same' | 'extra' | 'missing';
  readonly text: string;
}

/** Whether one part of an answer is right: a gap (its number from 1), an option, an item or a left side (its id). */
export interface PartJudgement {
  readonly id: string;
  readonly right: boolean;
  /** What should have stood there, where that can be said as text or as an id. */
  readonly expected?: Bilingual;
  /** Of an item in the wrong order: the item it belongs right behind; null for the first. */
  readonly goesAfter?: Bilingual | null;
  readonly difference?: readonly DifferencePart[];
  readonly note?: JudgementNote;
}

/** The machine's verdict on one response. Pure data: it crosses the contract as it is. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Share of parts that are right, 0 to 1; 1 exactly when the verdict is `right`. */
  readonly score: number;
  /** Typed against the nearest accepted text, for `typed` and one-gap answers that are close or wrong. */
  readonly difference?: readonly DifferencePart[];
  readonly parts: readonly PartJudgement[];
  /** The answer as shown to the learner, as text in both languages. */
  readonly answer: Bilingual;
  /** A reason the interface can put in words, where one helps. */
  readonly note?: JudgementNote;
}

/** Notes of an answer that could not be read as what was asked: nothing was answered yet, so nothing is graded. */
const UNREADABLE: ReadonlySet<JudgementNote | undefined> = new Set(['not-a-date', 'not-a-number']);
export const isUnreadable = ({ note, parts }: Pick<Judgement, 'note' | 'parts'>): boolean =>
  UNREADABLE.has(note) || parts.some(isUnreadablePart);
export const isUnreadablePart = ({ note }: PartJudgement): boolean => UNREADABLE.has(note);

/** Why an answer that looks nearly right is not: the era and the number disagree, only a part of the date was given … */
export const JUDGEMENT_NOTES = [
  'marks-differ',
  'era-mismatch',
  'date-incomplete',
  'date-too-precise',
  'not-a-date',
  'not-a-number',
  'order-shifted',
] as const;
export type JudgementNote = (typeof JUDGEMENT_NOTES)[number];
