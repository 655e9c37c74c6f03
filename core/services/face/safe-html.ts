import sanitizeHtml from 'sanitize-html';
import { htmlTokens, tagName } from '../../domain/template/html-tokens.ts';
import { ALLOWED_TAGS, DROPPED_WHOLE, STOPPED_TAGS } from './allowed-html.ts';
import { remoteHost, type MediaLinks } from './media-links.ts';
import { openedByClick, withoutHiding } from './opened-by-click.ts';
import { safeAttributes } from './safe-attributes.ts';
import { safeCss } from './safe-css.ts';

export interface SafeHtml {
  /** Elements and attributes of our lists only; every text and value in it is escaped. */
  readonly html: string;
  /** From `<style>` in the HTML, made safe. */
  readonly css: string;
}

/** Elements within elements beyond it lose their tags; their text stays. */
const MAX_NESTING = 200;
/** Elements that load or run something by themselves: they go, and are counted where they lead elsewhere. */
const LOADERS: Readonly<Record<string, string>> = {
  iframe: 'src',
  embed: 'src',
  script: 'src',
  link: 'href',
  object: 'data',
};

/** An address that holds a page instead of naming a file. */
const IS_PAGE = /^\s*(?:data:(?!image\/)|javascript:|blob:)/i;

/** Anyone's HTML made safe to be parsed into the frame: nothing in it runs, loads from elsewhere or leads away. */
export function safeHtml(html: string, links: MediaLinks): SafeHtml {
  const { rest, css } = withoutStyles(html);
  const { html: opened, parts } = openedByClick(rest);
  const safe = sanitizeHtml(opened, {
    allowedTags: [...ALLOWED_TAGS],
    // All of them have been through `safeAttributes`.
    allowedAttributes: false,
    allowedSchemesAppliedToAttributes: [],
    nonTextTags: [...DROPPED_WHOLE],
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    parseStyleAttributes: false,
    nestingLimit: MAX_NESTING,
    transformTags: {
      '*': (tag, attributes) => {
        const data = attributes['data'] ?? '';
        if (tag === 'object' && data !== '' && remoteHost(data) === null && !IS_PAGE.test(data))
          return { tagName: 'img', attribs: safeAttributes('img', { ...attributes, src: data }, links) };
        const kind = STOPPED_TAGS.get(tag);
        if (kind) links.stop(kind);
        const loader = LOADERS[tag];
        if (loader !== undefined && remoteHost(attributes[loader] ?? '') !== null) links.link(attributes[loader] ?? '');
        if (parts.has(attributes['id']?.trim() ?? '')) {
          const style = withoutHiding(attributes['style'] ?? '');
          return { tagName: 'details', attribs: safeAttributes('details', { ...attributes, style }, links) };
        }
        return { tagName: tag, attribs: safeAttributes(tag, attributes, links) };
      },
    },
  });
  return { html: safe, css: safeCss(css, links) };
}

/** Styles in the middle of HTML belong to the deck's: they are taken out and come behind them. */
function withoutStyles(html: string): { rest: string; css: string } {
  if (!/<style/i.test(html)) return { rest: html, css: '' };
  const rest: string[] = [];
  const css: string[] = [];
  let isStyle = false;
  for (const { kind, raw } of htmlTokens(html)) {
    const tag = kind === 'tag' ? tagName(raw) : null;
    if (tag?.name === 'style') isStyle = !tag.isEnd;
    else (isStyle ? css : rest).push(raw);
  }
  return { rest: rest.join(''), css: css.join('\n') };
}
