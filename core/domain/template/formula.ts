import katex from 'katex';
import 'katex/contrib/mhchem';
import { escapeAttribute, escapeText } from './escape.ts';

/** Longer ones are shown as they are written. */
const MAX_LENGTH = 10_000;
/** Macros may call macros: so many steps are enough for any formula. */
const MAX_STEPS = 1000;
const MAX_SIZE_EM = 50;

/** A formula in TeX as MathML; null where it can not be set. @param isBlock stands in a line of its own */
export function formula(tex: string, isBlock: boolean): string | null {
  if (tex.length > MAX_LENGTH) return null;
  try {
    const html = katex.renderToString(tex, {
      displayMode: isBlock,
      output: 'mathml',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: MAX_STEPS,
      maxSize: MAX_SIZE_EM,
    });
    return html.replace('<math ', () => `<math alttext="${escapeAttribute(tex)}" `);
  } catch {
    return null;
  }
}

/** The source of a formula that can not be set. */
export const formulaSource = (source: string): string => `<code class="formula-source">${escapeText(source)}</code>`;
