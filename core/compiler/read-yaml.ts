import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { issueText } from './issue-text.ts';
import { underBoth, type Language } from './languages.ts';
import type { Problems } from './problems.ts';

/** A YAML file that fits its schema, and where each of its fields stands. */
export interface YamlFile<T> {
  readonly value: T;
  readonly file: string;
  /** Line (from 1) of a field, by its path. */
  lineOf(path: readonly PropertyKey[]): number;
}

interface YamlPlace {
  readonly file: string;
  readonly problems: Problems;
  /** Of the course: what a text of one says counts for both. */
  readonly languages: readonly Language[];
  /** Line of the file on which the text begins. */
  readonly firstLine?: number;
}

/** Reads and checks YAML; null where it is wrong, with every reason in `problems`. Aliases are refused: a few lines of them stand for more than any memory holds. */
export function parseYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  { file, problems, languages, firstLine = 1 }: YamlPlace,
): YamlFile<z.infer<S>> | null {
  const lines = new LineCounter();
  let document: Document;
  let value: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    value = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    problems.add({ file, message: unreadableText(cause) });
    return null;
  }
  const lineOf = (path: readonly PropertyKey[]) => firstLine - 1 + lineIn(document, lines, path);
  // What follows the first mistake is mostly its consequence.
  for (const error of document.errors.slice(0, 1)) {
    problems.add({ file, line: firstLine - 1 + lines.linePos(error.pos[0]).line, message: error.message });
  }
  if (document.errors.length > 0) return null;
  const parsed = schema.safeParse(underBoth(value, languages), { reportInput: true });
  if (parsed.success) return { value: parsed.data, file, lineOf };
  for (const issue of parsed.error.issues) {
    // A text that is missing is missing in the languages the course has.
    const isOfOther =
      ['th', 'en'].includes(String(issue.path.at(-1))) && !languages.includes(issue.path.at(-1) as Language);
    if (!isOfOther)
      problems.add({ file, line: lineOf(issue.path), field: issue.path.join('.'), message: issueText(issue) });
  }
  return null;
}

const unreadableText = (cause: unknown): string =>
  cause instanceof ReferenceError
    ? 'aliases (*name) are not read: write the text where it is wanted'
    : 'it is nested deeper than any file of a course';

/** The line of a path, or of the nearest part of it that exists. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
