import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problems } from './problems.ts';

/** A YAML file that fits its schema, and where each of its fields stands. */
export interface YamlFile<T> {
  readonly value: T;
  readonly file: string;
  /** Line (from 1) of a field, by its path. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and checks one YAML file; null when it is missing or wrong, with every reason in `problems`. */
export function readYaml<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
  problems: Problems,
): YamlFile<z.infer<S>> | null {
  let text: string;
  try {
    text = readFileSync(`${folder}/${file}`, 'utf8');
  } catch {
    problems.add({ file, message: 'the file is missing' });
    return null;
  }
  return parseYaml(text, file, schema, problems);
}

/** The same for text at hand. `firstLine` is the line of the file on which the text begins. */
export function parseYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  problems: Problems,
  firstLine = 1,
): YamlFile<z.infer<S>> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineOf = (path: readonly PropertyKey[]) => firstLine - 1 + lineIn(document, lines, path);
  // What follows the first mistake is mostly its consequence.
  for (const error of document.errors.slice(0, 1)) {
    problems.add({ file, line: firstLine - 1 + lines.linePos(error.pos[0]).line, message: error.message });
  }
  if (document.errors.length > 0) return null;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, file, lineOf };
  for (const issue of parsed.error.issues) {
    problems.add({ file, line: lineOf(issue.path), field: issue.path.join('.'), message: issue.message });
  }
  return null;
}

/** The line of a path, or of the nearest part of it that exists. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
