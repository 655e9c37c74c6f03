/** A piece of a note: `Why.th {b}: text`. */
export interface Entry {
  readonly key: Key;
  /** Null where it stands for every language. */
  readonly language: 'th' | 'en' | null;
  /** In braces behind the key; null where there is none. */
  readonly id: string | null;
  readonly text: string;
  readonly line: number;
}

/** One note as it is written: a heading `## kind {id} #tag`, and entries below. */
export interface WrittenNote {
  readonly kind: string;
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly entries: readonly Entry[];
  readonly line: number;
}

// prettier-ignore
export const KEYS = [
  'Q', 'A', 'Answer', 'Right', 'Wrong', 'Because', 'Item', 'Left', 'Extra', 'Mark', 'Label', 'Tolerance', 'Unit', 'Accents', 'Picture', 'Task',
  'Why', 'Hint', 'Level', 'Evidence', 'Passage', 'Reveals', 'Confuses', 'Lesson', 'Section', 'Inline', 'Retired', 'Deck',
] as const;
export type Key = (typeof KEYS)[number];

const HEADING = /^##[ \t]+([a-z]+)(?:[ \t]+\{([^{}\n]+)\})?((?:[ \t]+#[^\s#]+)*)[ \t]*$/;
const ENTRY = new RegExp(`^(${KEYS.join('|')})(?:\\.(th|en))?(?:[ \\t]+\\{([^{}\\n]+)\\})?:(?:[ \\t]+(.*)|)$`);
/** A backslash before what else would begin something. */
const ESCAPED = new RegExp(
  `^\\\\(?=\\\\*(?:##[ \\t]|(?:${KEYS.join('|')})(?:\\.(?:th|en))?(?:[ \\t]+\\{[^{}\\n]+\\})?:))`,
);

/** Parts a text into its notes. What stands before the first is for people. @param firstLine number of the first line of the text */
export function writtenNotes(body: string, firstLine: number): WrittenNote[] {
  const notes: (WrittenNote & { entries: Entry[] })[] = [];
  let lines: string[] = [];
  for (const [i, text] of body.split('\n').entries()) {
    const line = firstLine + i;
    const heading = HEADING.exec(text);
    const entry = heading ? null : ENTRY.exec(text);
    if (heading) {
      const [, kind, id, tags = ''] = heading;
      notes.push({
        kind: kind!,
        id: id?.trim() ?? null,
        tags: tags.split(/\s+#?/).filter((tag) => tag !== ''),
        entries: [],
        line,
      });
      lines = [];
    } else if (entry) {
      const [, key, language, id, rest = ''] = entry;
      lines = [rest];
      const content = lines;
      notes.at(-1)?.entries.push({
        key: key as Key,
        language: (language as 'th' | 'en' | undefined) ?? null,
        id: id?.trim() ?? null,
        get text() {
          return content.join('\n').trim();
        },
        line,
      });
    } else lines.push(text.replace(ESCAPED, ''));
  }
  return notes;
}
