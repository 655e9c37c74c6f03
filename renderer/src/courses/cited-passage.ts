import { AskedOnce } from './asked-once.ts';

/** The passage whose section the learner asked to read, by its id: the lesson shows where it is cited. */
export const citedPassage = new AskedOnce<string>();
