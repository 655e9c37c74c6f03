/** A text, and what of it is selected. */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
/** What takes the place of a part of a text, and what is selected then. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select: readonly [from: number, to: number];
}

/** Puts marks around what is selected, or takes them off. */
export function toggleMark({ text, from, to }: Selected, mark: string): Edit {
  const { length } = mark;
  const inside = text.slice(from, to);
  if (text.slice(from - length, from) === mark && text.slice(to, to + length) === mark)
    return { from: from - length, to: to + length, text: inside, select: [from - length, to - length] };
  return { from, to, text: mark + inside + mark, select: [from + length, to + length] };
}

export type LinePrefix = 'bullets' | 'numbers' | 'quote';
const PREFIXES: Readonly<Record<LinePrefix, { readonly is: RegExp; readonly of: (line: number) => string }>> = {
  bullets: { is: /^[-*] /, of: () => '- ' },
  numbers: { is: /^\d+\. /, of: (line) => `${line + 1}. ` },
  quote: { is: /^> ?/, of: () => '> ' },
};

/** Makes a list or a quotation of the lines that are selected, or takes that off them. */
export function toggleLines({ text, from, to }: Selected, prefix: LinePrefix): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const after = text.indexOf('\n', to);
  const end = after < 0 ? text.length : after;
  const lines = text.slice(start, end).split('\n');
  const { is, of } = PREFIXES[prefix];
  const isOff = lines.every((line) => is.test(line));
  const changed = lines.map((line, i) => (isOff ? line.replace(is, '') : of(i) + withoutPrefix(line))).join('\n');
  // A list that follows a paragraph without an empty line would be part of it.
  const gap = !isOff && start > 0 && !/\n\n$/.test(text.slice(0, start)) && !startsAlike(text, start, is) ? '\n' : '';
  const at = start + gap.length;
  return { from: start, to: end, text: gap + changed, select: [at, at + changed.length] };
}

const withoutPrefix = (line: string): string =>
  Object.values(PREFIXES).reduce((rest, { is }) => rest.replace(is, ''), line);

function startsAlike(text: string, start: number, is: RegExp): boolean {
  const before = text.slice(0, start - 1);
  return is.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** A table of two columns behind what is selected; its first cell is selected. @param heads what stands in the head */
export function insertTable({ text, to }: Selected, heads: readonly [string, string]): Edit {
  const before = to === 0 || text.slice(0, to).endsWith('\n\n') ? '' : text[to - 1] === '\n' ? '\n' : '\n\n';
  const table = `| ${heads[0]} | ${heads[1]} |\n| --- | --- |\n|  |  |\n`;
  const at = to + before.length + 2;
  return { from: to, to, text: before + table, select: [at, at + heads[0].length] };
}

/** A file as a paragraph of its own, with room for words below it. */
export function insertFile({ text, to }: Selected, name: string): Edit {
  const gap = (side: string, isEnd: boolean) =>
    isEnd || side.endsWith('\n\n') ? '' : side.endsWith('\n') ? '\n' : '\n\n';
  const before = gap(text.slice(0, to), to === 0);
  const rest = text.slice(to);
  const after = rest === '' || rest.startsWith('\n') ? '' : '\n\n';
  const put = `${before}![](${encodeURIComponent(name)})${after}`;
  const words = to + before.length + 2;
  return { from: to, to, text: put, select: [words, words] };
}
