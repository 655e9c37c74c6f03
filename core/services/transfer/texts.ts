const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const MAX_DECK_NAME = 500;

/** Plain text as HTML that shows the same, line by line. */
export const textAsHtml = (text: string): string => escaped(text).replaceAll('\n', '<br>');

export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPED[character]!);

/** A deck's name without empty parts and white space around them; nested by `::`. */
export function deckName(name: string): string {
  const parts = name
    .replaceAll(/\p{Cc}+/gu, ' ')
    .split('::')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.join('::').slice(0, MAX_DECK_NAME) || 'Default';
}

/** Tags in a text, parted by white space, or by commas or semicolons: then those of several words are joined by `_`. */
export function tagsIn(text: string, more: readonly string[] = []): string[] {
  const parted = /[,;]/.test(text) ? text.split(/[,;]/) : text.split(/\s+/);
  const tags = [...more, ...parted].map((tag) =>
    tag
      .trim()
      .replace(/^#/, '')
      .replaceAll(/[\s\p{Cc}]+/gu, '_'),
  );
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
