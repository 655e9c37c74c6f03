/** What Anki puts on a note that the learner marked. */
export const MARK_TAG = 'marked';
export const isMarkTag = (tag: string): boolean => tag.toLowerCase() === MARK_TAG;
