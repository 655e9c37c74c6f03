import { decodeHTML } from 'entities';
import { escapeText } from './escape.ts';
import { htmlTokens, tagName } from './html-tokens.ts';
import { MEDIA_SOURCES, mediaName, SOUND, URL_IN_CSS } from './media-names.ts';

const ATTRIBUTE = /(\s([a-z:-]+)\s{0,20}=\s{0,20})(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** What would end an address, in HTML or CSS, or mean something else in it. */
const UNSAFE = /[\s"'()<>&%\\]/g;

/**
 * HTML or CSS that names other files of the media in the places of some; everything else stays as it is written.
 * @param newName of a file, by the name as `mediaNames` gives it; undefined where it keeps it
 */
export function withMediaRenamed(html: string, newName: (name: string) => string | undefined): string {
  const address = (written: string): string | undefined => {
    const name = mediaName(decodeHTML(written));
    return (name === null ? undefined : newName(name))?.replaceAll(UNSAFE, encodedSign);
  };
  const inCss = (text: string) =>
    text.replaceAll(URL_IN_CSS, (whole, double?: string, single?: string, bare?: string) => {
      const written = double ?? single ?? bare ?? '';
      return whole.replace(written, () => address(written) ?? written);
    });
  const inTag = (raw: string) => {
    const naming = [...(MEDIA_SOURCES['*'] ?? []), ...(MEDIA_SOURCES[tagName(raw).name] ?? [])];
    return raw.replaceAll(ATTRIBUTE, (whole, before: string, attribute: string, ...values: (string | undefined)[]) => {
      const other = naming.includes(attribute.toLowerCase())
        ? address(values[0] ?? values[1] ?? values[2] ?? '')
        : undefined;
      return other === undefined ? whole : `${before}"${other}"`;
    });
  };
  const inText = (raw: string) =>
    raw.replaceAll(SOUND, (whole, written: string) => {
      const other = newName(decodeHTML(written).trim().normalize());
      return other === undefined ? whole : `[sound:${escapeText(other)}]`;
    });
  const parts: string[] = [];
  for (const { kind, raw } of htmlTokens(html))
    parts.push(kind === 'comment' ? raw : inCss(kind === 'text' ? inText(raw) : inTag(raw)));
  return parts.join('');
}

const encodedSign = (sign: string): string =>
  /['()]/.test(sign) ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign);
