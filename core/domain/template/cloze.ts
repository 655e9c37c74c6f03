/** A gap in a text, `{{c1::text::hint}}`; gaps may stand in gaps. */
export interface Cloze {
  readonly kind: 'cloze';
  /** From 1. Several where one gap is asked on several cards: `{{c1,3::…}}`. */
  readonly numbers: readonly number[];
  readonly children: readonly ClozeNode[];
  /** Shown in the place of the text that is asked for. */
  readonly hint: string | null;
}

export type ClozeNode = { readonly kind: 'text'; readonly text: string } | Cloze;

/** Numbers beyond make no cards. */
const MAX_CLOZE_NUMBER = 500;
/** Gaps within gaps; a deeper one is text. */
const MAX_DEPTH = 50;

interface OpenCloze {
  readonly numbers: readonly number[];
  readonly children: ClozeNode[];
  /** As it was written, where it has no end. */
  readonly source: string;
  hint: string | null;
}

/** Reads the gaps of a text. A gap without end, and an end without gap, are text. */
export function parseClozes(text: string): ClozeNode[] {
  if (!text.includes('{{c')) return text === '' ? [] : [{ kind: 'text', text }];
  const top: ClozeNode[] = [];
  const open: OpenCloze[] = [];
  const here = () => open.at(-1)?.children ?? top;
  const put = (piece: string) => {
    if (piece !== '') here().push({ kind: 'text', text: piece });
  };
  const putText = (piece: string) => {
    const cloze = open.at(-1);
    const hint = cloze ? piece.indexOf('::') : -1;
    if (!cloze || hint < 0) {
      put(piece);
      return;
    }
    put(piece.slice(0, hint));
    cloze.hint = piece.slice(hint + 2);
  };

  let at = 0;
  for (const match of text.matchAll(/\{\{c(\d{1,9}(?:,\d{1,9}){0,99})::|\}\}/g)) {
    const [source, numbers] = match;
    if (numbers !== undefined && open.length >= MAX_DEPTH) continue;
    putText(text.slice(at, match.index));
    at = match.index + source.length;
    if (numbers !== undefined) {
      open.push({ numbers: numbers.split(',').map(Number), children: [], source, hint: null });
      continue;
    }
    const closed = open.pop();
    if (closed) here().push({ kind: 'cloze', numbers: closed.numbers, children: closed.children, hint: closed.hint });
    else put(source);
  }
  putText(text.slice(at));
  for (let unended = open.pop(); unended; unended = open.pop()) {
    put(unended.source);
    here().push(...unended.children);
    if (unended.hint !== null) put(`::${unended.hint}`);
  }
  return top;
}

/** All gaps of a text, outer before inner. */
export function clozesIn(nodes: readonly ClozeNode[]): Cloze[] {
  return nodes.flatMap((node) => (node.kind === 'cloze' ? [node, ...clozesIn(node.children)] : []));
}

/** Numbers of the gaps of a text that make cards, ascending. */
export function clozeNumbers(text: string): number[] {
  const numbers = clozesIn(parseClozes(text)).flatMap((cloze) => cloze.numbers);
  return [...new Set(numbers.filter((number) => number >= 1 && number <= MAX_CLOZE_NUMBER))].sort((a, b) => a - b);
}

/** What stands in a gap, without the marks of gaps in it. */
export function clozedText(cloze: Cloze): string {
  return cloze.children.map((node) => (node.kind === 'text' ? node.text : clozedText(node))).join('');
}
