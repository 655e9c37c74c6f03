/** What the progress of a learner leaves among the tags. */
const OF_PROGRESS = new Set(['marked', 'leech']);

/** Those that belong to the content. */
export const tagsWithoutProgress = (tags: readonly string[]): readonly string[] =>
  tags.filter((tag) => !OF_PROGRESS.has(tag.toLowerCase()));
