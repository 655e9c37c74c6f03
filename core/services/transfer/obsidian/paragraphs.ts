/** Lines that stand together, and the number of the first. */
export interface Paragraph {
  readonly lines: readonly string[];
  readonly line: number;
  readonly isHeading: boolean;
}

/** `<!--SR:!2024-03-20,124,270!2024-04-01,9,250-->`: the schedules of a flashcard. */
export const SCHEDULE = /<!--SR:((?:![^!<>\n]{0,60}){1,500})-->/;
/** What parts question and answer of several lines. */
export const isParting = (line: string): boolean => /^\?\??$/.test(line.trim());

const CODE = /(```|~~~)[\s\S]*?(?:\1|$)|`[^`\n]*`/g;
const COMMENT = /%%[\s\S]*?%%|<!--(?!SR:!)[\s\S]*?-->/g;
/** Stands for a comment, so that its line is no empty one; `withoutMarks` takes it out. */
const COMMENTED = '\uE004';

/** Parted by empty lines and around headings, outside of code; a schedule behind an empty line belongs to what stands before it. */
export function* paragraphs(body: string, firstLine: number): Generator<Paragraph> {
  const all = withoutComments(body).split('\n');
  let lines: string[] = [];
  let line = firstLine;
  let isCode = false;
  let isHeading = false;
  const ended = (): Paragraph => ({ lines: withoutQuote(lines), line, isHeading });
  for (const [i, text] of all.entries()) {
    const isFence = /^\s*(?:```|~~~)/.test(text);
    if (isFence) isCode = !isCode;
    const isOutside = !isCode && !isFence;
    const heading = isOutside ? /^#{1,6}\s+(.*)$/.exec(text)?.[1] : undefined;
    const isEmpty = isOutside && text.trim() === '';
    const next = all[i + 1] ?? '';
    if (lines.length > 0 && (heading !== undefined || (isEmpty && !isSchedule(next)))) {
      yield ended();
      lines = [];
    }
    if (isEmpty) continue;
    if (lines.length === 0) [line, isHeading] = [firstLine + i, heading !== undefined];
    lines.push(heading ?? text);
    // A heading stands alone, unless it is the question.
    if (heading === undefined || isParting(next) || isSchedule(next)) continue;
    yield ended();
    lines = [];
  }
  if (lines.length > 0) yield ended();
}

const isSchedule = (text: string) => text.trim() !== '' && text.replace(SCHEDULE, '').trim() === '';

/** The same text, with `_` for every character of code. */
export const withoutCode = (text: string): string => text.replaceAll(CODE, (code) => code.replaceAll(/[^\n]/g, '_'));

/** Comments show nothing; their lines stay, so that places are right. */
function withoutComments(text: string): string {
  const masked = withoutCode(text);
  let out = '';
  let at = 0;
  for (const { 0: comment, index } of masked.matchAll(COMMENT)) {
    out += text.slice(at, index) + comment.replaceAll(/[^\n]+/g, COMMENTED);
    at = index + comment.length;
  }
  return out + text.slice(at);
}

/** What stands in a quotation or a callout as a whole, as if it did not. */
function withoutQuote(lines: readonly string[]): readonly string[] {
  if (!lines.every((line) => /^\s*>/.test(line))) return lines;
  return lines.map((line) => line.replace(/^\s*>[ \t]?(?:\[![\w-]+\][+-]?[ \t]*)?/, ''));
}
