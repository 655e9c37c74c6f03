import type { CssNode, Declaration } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';
import walk from 'css-tree/walker';
import type { MediaLinks } from './media-links.ts';
import { ownId, ownIdInCss } from './own-ids.ts';

/** Rules with an `@` that stay. None of them loads anything but through an address in a declaration. */
const AT_RULES = new Set(
  'media supports font-face keyframes -webkit-keyframes -moz-keyframes layer container property counter-style starting-style scope page'.split(
    ' ',
  ),
);
/** Of the others, those that would load something. An escape hides what it is. */
const LOADING_RULES = /import|document|\\/;
/** They run or load things in some browser. */
const BANNED_PROPERTIES = new Set(['behavior', '-ms-behavior', '-moz-binding', 'binding']);
/** They load what their text names, or ran scripts once. */
const BANNED_FUNCTIONS = new Set(
  'image-set -webkit-image-set image src cross-fade -webkit-cross-fade element -moz-element paint expression'.split(
    ' ',
  ),
);
/** In a piece that was not understood: what could be an address or become one. */
const SUSPICIOUS = /[\\<>{}@;]|url|src|image|element|expression|\/\//i;
/** Longer CSS is left out from there. */
const MAX_CSS = 1_000_000;

/**
 * A deck's CSS, written anew from what was understood of it: it loads own media only, names own ids only and can not end the
 * element it stands in. What can not be understood is left out.
 */
export function safeCss(css: string, links: MediaLinks): string {
  return cleaned(css.slice(0, MAX_CSS), 'stylesheet', links);
}

/** The value of a `style` attribute, made safe in the same way. */
export function safeDeclarations(style: string, links: MediaLinks): string {
  return cleaned(style.slice(0, MAX_CSS), 'declarationList', links);
}

function cleaned(css: string, context: 'stylesheet' | 'declarationList', links: MediaLinks): string {
  try {
    const tree = parse(css, { context, parseCustomProperty: true, positions: false });
    clean(tree, links);
    // Valid CSS has neither outside of texts, where the escape means the same.
    return generate(tree).replace(/<(?=[/!])/g, '\\3c ');
  } catch {
    // Brackets within brackets without end go beyond the stack of the parser.
    return '';
  }
}

function clean(tree: CssNode, links: MediaLinks): void {
  walk(tree, function (node, item, list) {
    if (node.type === 'IdSelector') node.name = ownIdInCss(node.name);
    const isAmongRules = this.declaration === null && this.atrulePrelude === null;
    // Types say that there always is a list; the root and parts of a condition stand in none.
    if ((list as unknown) && isAmongRules && !isSafe(node, links)) list.remove(item);
  });
}

function isSafe(node: CssNode, links: MediaLinks): boolean {
  if (node.type === 'Declaration') return isSafeDeclaration(node, links);
  if (node.type === 'Rule') return node.prelude.type !== 'Raw';
  if (node.type !== 'Atrule') return node.type !== 'Raw';
  const isPlain = node.prelude?.type !== 'Raw' || !SUSPICIOUS.test(node.prelude.value);
  const name = node.name.toLowerCase();
  if (AT_RULES.has(name) && isPlain) return true;
  if (LOADING_RULES.test(name) || !isPlain) links.stop('style');
  return false;
}

function isSafeDeclaration(declaration: Declaration, links: MediaLinks): boolean {
  const isBanned = BANNED_PROPERTIES.has(declaration.property.toLowerCase());
  if (isBanned) links.stop('style');
  let isFine = !isBanned;
  walk(declaration.value, (node) => {
    if (node.type === 'Url') {
      const address = node.value.startsWith('#') ? `#${ownId(node.value.slice(1))}` : links.link(node.value);
      if (address === null) isFine = false;
      else node.value = address;
    } else if (node.type === 'Function') {
      if (!node.name.includes('\\') && !BANNED_FUNCTIONS.has(node.name.toLowerCase())) return;
      isFine = false;
      links.stop('style');
    } else if (node.type === 'Raw' && SUSPICIOUS.test(node.value)) isFine = false;
  });
  return isFine;
}
