import { AskedOnce } from './asked-once.ts';

/** A sentence of a lesson of which the learner makes a question. */
export interface AskedSentence {
  readonly language: 'th' | 'en';
  readonly text: string;
  /** Where in it the words stand that are asked for; null: they are chosen in the editor. */
  readonly gap: readonly [from: number, to: number] | null;
  /** The section it stands in: `passage-key.ts`. */
  readonly evidence: string;
}

/** The sentence that a new note begins with. */
export const sentenceToAsk = new AskedOnce<AskedSentence>();
