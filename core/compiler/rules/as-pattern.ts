/** A text as a piece of a regular expression that matches it and nothing else. */
export const asPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
