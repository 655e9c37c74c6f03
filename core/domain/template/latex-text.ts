import { escapeText } from './escape.ts';
import { formula } from './formula.ts';

/** Formulas in a text of LaTeX. */
const FORMULA =
  /\$\$([^$]+)\$\$|\$([^$]+)\$|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]|\\begin\{(?:displaymath|math)\}([\s\S]+?)\\end\{(?:displaymath|math)\}/g;
const MAX_LENGTH = 20_000;

/**
 * What stands in `[latex]`: text with formulas in dollars, or one formula (an environment like `align*`, or bare). Text
 * outside of formulas stays text.
 * @returns HTML; null where it can not be set
 */
export function latexText(latex: string): string | null {
  if (latex.length > MAX_LENGTH) return null;
  const parts: string[] = [];
  let at = 0;
  for (const match of latex.matchAll(FORMULA)) {
    const [source, dollars, dollar, round, square, environment] = match;
    const isBlock = dollars !== undefined || square !== undefined || /^\\begin\{displaymath/.test(source);
    const set = formula(dollars ?? dollar ?? round ?? square ?? environment ?? '', isBlock);
    if (set === null) return null;
    parts.push(textOf(latex.slice(at, match.index)), set);
    at = match.index + source.length;
  }
  if (at === 0) return /[\\^_]/.test(latex) ? formula(latex, true) : textOf(latex);
  parts.push(textOf(latex.slice(at)));
  return parts.join('');
}

const textOf = (text: string) => escapeText(text.replaceAll('\\\\', '\n')).replaceAll('\n', '<br>');
