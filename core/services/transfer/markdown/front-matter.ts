import { parse } from 'yaml';

/** What stands between two lines `---`, or `+++`, at the beginning of a text, and what follows. */
export interface FrontMatter {
  /** Null where there is none. */
  readonly matter: string | null;
  readonly body: string;
  /** Number of the first line of the body. */
  readonly firstLine: number;
}

export function frontMatter(text: string): FrontMatter {
  const found = /^(---|\+\+\+)[ \t]*\n([\s\S]*?\n)?\1[ \t]*(?:\n|$)/.exec(text);
  if (!found) return { matter: null, body: text, firstLine: 1 };
  const [whole, , matter = ''] = found;
  return { matter, body: text.slice(whole.length), firstLine: whole.split('\n').length };
}

/** Tags of a whole text, `tags: [a, b]` or a line each. What is no YAML says nothing. */
export function tagsOf(matter: string | null): string[] {
  const { tags } = parsed(matter ?? '');
  const listed: unknown[] = Array.isArray(tags) ? tags : typeof tags === 'string' ? tags.split(/[,\s]+/) : [];
  return listed.flatMap((tag) =>
    typeof tag === 'string' || typeof tag === 'number' ? String(tag).replace(/^#/, '') : [],
  );
}

function parsed(matter: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = parse(matter, { maxAliasCount: 0, logLevel: 'silent' });
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    const [, line] = /^tags:[ \t]*\[?([^\]\n]*)\]?/m.exec(matter) ?? [];
    return line === undefined ? {} : { tags: line };
  }
}
