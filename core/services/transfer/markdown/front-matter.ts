/** What stands between two lines `---` at the beginning of a text, and what follows. */
export interface FrontMatter {
  /** Null where there is none. */
  readonly matter: string | null;
  readonly body: string;
  /** Number of the first line of the body. */
  readonly firstLine: number;
}

export function frontMatter(text: string): FrontMatter {
  const found = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!found) return { matter: null, body: text, firstLine: 1 };
  const [whole, matter = ''] = found;
  return { matter, body: text.slice(whole.length), firstLine: whole.split('\n').length };
}
