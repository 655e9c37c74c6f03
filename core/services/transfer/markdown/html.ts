import { Marked } from 'marked';
import { escaped, textAsHtml } from '../texts.ts';

/** Characters for private use stand for gaps and formulas while the rest is read as Markdown. */
const GAP_OPEN = '\uE000';
const GAP_NUMBERED = '\uE001';
const GAP_CLOSE = '\uE002';
const FORMULA_START = '\uE003';
const FORMULA_END = '\uE004';
const PRIVATE = /[\uE000-\uE004]/g;

/** A formula in one dollar, as `PROTECTED` has it, or in two. */
export const FORMULA = /\$\$[\s\S]+?\$\$|\$(?!\s)[^$\n]*?[^\s$\\]\$(?!\d)/;

const SOUNDS = /\.(?:mp3|ogg|oga|opus|wav|m4a|flac|aac|mp4|webm|mov)$/i;
/** Code, and formulas in dollars (as Pandoc has it: no white space inside, no digit behind) or in backslashed brackets. */
const PROTECTED =
  /(?<code>```[\s\S]*?```|~~~[\s\S]*?~~~|(?<ticks>`+)(?!`)[\s\S]*?[^`]\k<ticks>(?!`))|(?<escape>\\[\\$`])|\$\$(?<block>[\s\S]+?)\$\$|\$(?<inline>(?!\s)[^$\n]*?[^\s$\\])\$(?!\d)|\\\((?<round>[\s\S]+?)\\\)|\\\[(?<square>[\s\S]+?)\\\]/g;

const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    image: ({ href, text }) => {
      if (/^[a-z][a-z\d+.-]*:/i.test(href)) return `<img src="${escaped(href)}" alt="${escaped(text)}">`;
      const name = mediaNameOf(href);
      return SOUNDS.test(name) ? `[sound:${escaped(name)}]` : `<img src="${escaped(name)}" alt="${escaped(text)}">`;
    },
  },
});

/** The name of a file that Markdown points to, without folders. */
function mediaNameOf(href: string): string {
  const last = href.split(/[/\\]/).at(-1) ?? href;
  try {
    return decodeURIComponent(last).normalize('NFC');
  } catch {
    return last;
  }
}

export interface Gap {
  /** From 1: of the card that asks for it. */
  readonly number: number;
  readonly text: string;
  readonly hint?: string;
}

/** A gap, to be put into Markdown that is then read by `markdownAsHtml`. */
export const gapMark = ({ number, text, hint }: Gap): string =>
  `${GAP_OPEN}${number}${GAP_NUMBERED}${text}${hint === undefined ? '' : `${GAP_NUMBERED}${hint}`}${GAP_CLOSE}`;

/** Text without the characters that gaps are marked by. */
export const withoutMarks = (text: string): string => text.replaceAll(PRIVATE, '');

/** Markdown as the HTML of a field: formulas as `\(…\)` and `\[…\]`, sounds as `[sound:…]`, gaps as `{{c1::…}}`. */
export function markdownAsHtml(markdown: string): string {
  const formulas: string[] = [];
  const source = markdown.trim().replaceAll(PROTECTED, (...match) => {
    const groups = match.at(-1) as Partial<Record<'code' | 'escape' | 'block' | 'inline' | 'round' | 'square', string>>;
    const whole = match[0] as string;
    if (groups.code !== undefined || groups.escape !== undefined) return whole;
    const block = groups.block ?? groups.square;
    formulas.push(
      block === undefined ? `\\(${escaped(groups.inline ?? groups.round ?? '')}\\)` : `\\[${escaped(block)}\\]`,
    );
    return `${FORMULA_START}${formulas.length - 1}${FORMULA_END}`;
  });
  const html = parsed(source);
  const whole = html.replaceAll(/\uE003(\d+)\uE004/g, (_, i: string) => formulas[Number(i)] ?? '');
  return withGaps(onlyParagraph(whole));
}

/** What is nested beyond what can be read stays text. */
function parsed(source: string): string {
  try {
    return (marked.parse(source) as string).trim();
  } catch (error) {
    if (error instanceof RangeError) return textAsHtml(source);
    throw error;
  }
}

const onlyParagraph = (html: string): string =>
  html.startsWith('<p>') && html.endsWith('</p>') && html.lastIndexOf('<p>') === 0 ? html.slice(3, -4) : html;

/** What in a text would be taken for a gap, its hint or its end is written so that it is not. */
function withGaps(html: string): string {
  const plain = html.replaceAll(/\{\{(?=c\d)/g, '{&#123;');
  return plain.replaceAll(/\uE000(\d+)\uE001([^\uE002]*)\uE002/g, (_, number: string, content: string) => {
    const parts = content
      .split(GAP_NUMBERED)
      .map((part) => part.replaceAll('}}', '}&#125;').replaceAll('::', ':&#58;'));
    const end = parts.at(-1)!.endsWith('}') ? ' ' : '';
    return `{{c${number}::${parts.join('::')}${end}}}`;
  });
}
