import { SaxesParser } from 'saxes';
import { unreadable } from '../unreadable.ts';

/** Elements deeper than these are none of Mnemosyne's. */
const MAX_DEPTH = 20;

export type Attributes = Readonly<Record<string, string>>;

/** What the XML must be, and where its faults are told. */
interface XmlOf {
  readonly root: string;
  /** The element of a record; its texts are those of the elements in it. */
  readonly record: string;
  readonly file: string;
  /** Stands before a line that is told. */
  readonly part?: string;
}

/**
 * Reads the records of an XML file one after the other.
 * @param take gets each, with the attributes of the root
 * @throws AppError `import-unreadable` `syntax`, with the line; `not-known` for another root
 */
export function readRecords(
  text: string,
  { root, record, file, part = '' }: XmlOf,
  take: (attributes: Attributes, texts: ReadonlyMap<string, string>, ofRoot: Attributes) => void,
): void {
  const parser = new SaxesParser();
  let [ofRoot, attributesOf]: [Attributes, Attributes | null] = [{}, null];
  let texts = new Map<string, string>();
  let depth = 0;
  let content = '';
  const syntax = (cause?: unknown) => unreadable('syntax', file, `${part}${parser.line}`, cause);
  parser.on('error', (error) => {
    throw syntax(error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw syntax();
    if (depth === 1 && name !== root) throw unreadable('not-known', file, name.slice(0, 60));
    if (depth === 1) ofRoot = attributes;
    if (name === record) [attributesOf, texts] = [attributes, new Map()];
    content = '';
  });
  parser.on('text', (piece) => (content += piece));
  parser.on('cdata', (piece) => (content += piece));
  parser.on('closetag', ({ name }) => {
    depth--;
    if (name !== record) texts.set(name, content);
    else if (attributesOf) take(attributesOf, texts, ofRoot);
    content = '';
  });
  parser.write(text).close();
}
