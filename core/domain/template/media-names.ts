import { decodeHTML } from 'entities';
import { attributesOf, htmlTokens, tagName } from './html-tokens.ts';

/** Attributes that name a file, by element; `*` for all. */
export const MEDIA_SOURCES: Readonly<Record<string, readonly string[]>> = {
  '*': ['src', 'poster'],
  object: ['data'],
  image: ['href', 'xlink:href'],
  use: [],
};
export const URL_IN_CSS = /url\(\s{0,20}(?:"([^"\n]{1,500})"|'([^'\n]{1,500})'|([^\s"')]{1,500}))\s{0,20}\)/gi;
export const SOUND = /\[sound:([^\]\n]{1,500})\]/gi;

/** Files of the media that HTML or CSS names, NFC, each once, in their order: pictures, sounds, films, fonts. */
export function mediaNames(html: string): string[] {
  const names: string[] = [];
  for (const { kind, raw } of htmlTokens(html)) {
    if (kind === 'comment') continue;
    if (kind === 'text') {
      for (const match of raw.matchAll(SOUND)) names.push(decodeHTML(match[1] ?? '').trim());
    } else if (!tagName(raw).isEnd) {
      const attributes = attributesOf(raw);
      for (const attribute of [...(MEDIA_SOURCES['*'] ?? []), ...(MEDIA_SOURCES[tagName(raw).name] ?? [])]) {
        const value = attributes.get(attribute);
        if (value !== undefined) names.push(mediaName(decodeHTML(value)) ?? '');
      }
    }
    for (const match of raw.matchAll(URL_IN_CSS))
      names.push(mediaName(decodeHTML(match[1] ?? match[2] ?? match[3] ?? '')) ?? '');
  }
  return [...new Set(names.map((name) => name.normalize()).filter((name) => name !== ''))];
}

/**
 * The file of the media that an address names, NFC; null for one that leads elsewhere: to a host, a folder, a scheme.
 * @param address without entities; may be percent-encoded
 */
export function mediaName(address: string): string | null {
  const trimmed = address.trim();
  if (trimmed === '' || /^[a-z][a-z0-9+.-]*:|[\\/\0]|^[#?]/i.test(trimmed)) return null;
  const name = decodedPercents(trimmed);
  return /[\\/\0]/.test(name) ? null : name.normalize();
}

function decodedPercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
