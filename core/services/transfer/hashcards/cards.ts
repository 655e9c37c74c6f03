import { gapMark, withoutMarks } from '../markdown/html.ts';

export type HashCard =
  | { readonly kind: 'basic'; readonly front: string; readonly back: string; readonly line: number }
  | { readonly kind: 'cloze'; readonly text: string; readonly line: number };

interface Part {
  readonly tag: 'Q' | 'A' | 'C';
  readonly lines: string[];
  readonly line: number;
}

/** Cards of a text of hashcards: `Q:` with `A:`, and `C:`; a line `---` ends one. @param onBroken told of a question without answer and the like */
export function hashCards(body: string, firstLine: number, onBroken: (line: number) => void): HashCard[] {
  const cards: HashCard[] = [];
  let question: Part | null = null;
  let part: Part | null = null;
  let fence = '';
  const end = () => {
    if (part?.tag === 'C') cards.push({ kind: 'cloze', text: contentOf(part), line: part.line });
    else if (part?.tag === 'A' && question)
      cards.push({ kind: 'basic', front: contentOf(question), back: contentOf(part), line: question.line });
    else if (part) onBroken(part.line);
    part = question = null;
  };
  for (const [i, line] of withoutComments(body).split('\n').entries()) {
    fence = fenceAfter(fence, line);
    const [, tag, rest] = fence === '' ? (/^([QAC]):(.*)$/.exec(line) ?? []) : [];
    if (tag === 'A' && part?.tag === 'Q') {
      question = part;
      part = { tag, lines: [rest!], line: firstLine + i };
    } else if (tag !== undefined) {
      end();
      part = { tag: tag as Part['tag'], lines: [rest!], line: firstLine + i };
    } else if (fence === '' && line.trim() === '---') end();
    else part?.lines.push(line);
  }
  end();
  return cards;
}

const contentOf = ({ lines }: Part) => lines.join('\n').trim();

/** The mark that opened a block of code which has not ended, or ''. */
function fenceAfter(fence: string, line: string): string {
  const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1];
  if (mark === undefined) return fence;
  if (fence === '') return mark;
  return mark.startsWith(fence) ? '' : fence;
}

/** Comments show nothing; their lines stay, so that places are right. */
function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start);
    if (end < 0) break;
    out += text.slice(at, start) + text.slice(start, end).replaceAll(/[^\n]/g, '');
    at = end + 3;
  }
  return out + text.slice(at);
}

/** What is skipped as one: brackets of formulas, escapes, code, pictures, links to an address. Other brackets in formulas are gaps, too. */
const WHOLE =
  /\\(?:left|right|[bB]igg?[lr]?)\s*[[\]]|\\[\s\S]|(`+)(?!`)[\s\S]*?[^`]\1(?!`)|!\[[^\]]*\]\([^)]*\)|\[[^\]\n]+\]\((?:https?:|mailto:|[./@])[^)]*\)|[[\]]/g;

/** Markdown in which every `[…]` is a gap of its own. */
export function withGaps(text: string): string {
  const plain = withoutMarks(text);
  let out = '';
  let at = 0;
  let number = 0;
  let open = -1;
  let depth = 0;
  for (const { 0: found, index } of plain.matchAll(WHOLE)) {
    if (found === '[' && depth++ === 0) open = index;
    if (found !== ']' || depth === 0 || --depth > 0) continue;
    out += `${plain.slice(at, open)}${gapMark({ number: ++number, text: plain.slice(open + 1, index) })}`;
    at = index + 1;
  }
  return withPlainBrackets(out + plain.slice(at));
}

/** `\[` is a bracket here, not the beginning of a formula. */
const withPlainBrackets = (text: string) =>
  text.replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\\([[\]])/g, (whole, _, bracket?: string) =>
    bracket === undefined ? whole : bracket === '[' ? '&#91;' : '&#93;',
  );
