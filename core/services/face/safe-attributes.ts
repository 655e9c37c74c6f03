import { mediaName } from '../../domain/template/media-names.ts';
import { ID_ATTRIBUTES, isHarmlessAttribute, TEXT_ATTRIBUTES } from './allowed-html.ts';
import type { MediaLinks } from './media-links.ts';
import { ownId } from './own-ids.ts';
import { safeDeclarations } from './safe-css.ts';

type Attributes = Record<string, string>;

/** Files by the element and attribute that name them. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  image: ['href', 'xlink:href'],
};
/** Without what browsers read over: control characters and blanks. */
const SCRIPT = /^(?:java|vb)script:/i;
const bare = (address: string) => address.replace(/[\s\p{Cc}]/gu, '');
const LINK = /^(?:https?:\/\/|mailto:)[^\s"'<>`\\]+$/i;
/** Attributes of SVG are read like CSS: the only address in them is one in the same picture. */
const LOCAL_REFERENCE = /^url\(\s*["']?#([\w-]+)["']?\s*\)$/i;

/** The attributes of an element that may stay, as they are to be. @param tag lower-case */
export function safeAttributes(tag: string, attributes: Readonly<Attributes>, links: MediaLinks): Attributes {
  const safe: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (runs(name, value)) links.stop('script');
    if (ID_ATTRIBUTES.has(name)) safe[name] = value.trim().split(/\s+/).map(ownId).join(' ');
    else if (name === 'style') safe[name] = safeDeclarations(value, links);
    else if (name === 'tabindex') safe[name] = value.trim() === '-1' ? '-1' : '0';
    else if (/^data-[a-z0-9-]{1,40}$/.test(name) && !RESERVED.has(name)) safe[name] = value;
    else if (isHarmlessAttribute(name)) {
      const kept = TEXT_ATTRIBUTES.has(name) ? value : withoutAddresses(value);
      if (kept !== null) safe[name] = kept;
    }
  }
  if (safe['style'] === '') delete safe['style'];
  for (const source of SOURCES[tag] ?? []) addSource(safe, source, attributes[source], links);
  if (tag === 'a') addLink(safe, attributes['href']);
  if (tag === 'img') safe['alt'] ??= '';
  if (tag === 'audio' || tag === 'video') safe['controls'] = '';
  return safe;
}

/** A handler, or an address that is a script: however it is written, it does not stay. */
const runs = (name: string, value: string): boolean =>
  name.startsWith('on') || (/(?:^|:)(?:href|src|action|formaction|data)$/.test(name) && SCRIPT.test(bare(value)));

/** They are said by the app alone. */
const RESERVED = new Set(['data-href', 'data-remote', 'data-missing']);

function withoutAddresses(value: string): string | null {
  if (!/url\(|\\/i.test(value)) return value;
  const local = LOCAL_REFERENCE.exec(value.trim());
  return local ? `url(#${ownId(local[1] ?? '')})` : null;
}

/** A file that is not there, or not ours, leaves its name: the place says what should stand in it. */
function addSource(safe: Attributes, attribute: string, raw: string | undefined, links: MediaLinks): void {
  if (raw === undefined || raw.trim() === '') return;
  const address = links.link(raw);
  if (address !== null) safe[attribute.replace('xlink:', '')] = address;
  else if (/^\s*[a-z]+:|\/\//i.test(raw)) safe['data-remote'] = raw.trim().slice(0, 300);
  else safe['data-missing'] = (mediaName(raw) ?? raw.trim()).slice(0, 300);
}

/** A link is no link of the browser's: the app asks before it opens what it names. */
function addLink(safe: Attributes, href: string | undefined): void {
  const target = href?.trim() ?? '';
  const isLocal = /^#[^\s"'<>]+$/.test(target);
  if (!isLocal && !LINK.test(target)) return;
  safe['data-href'] = isLocal ? `#${ownId(target.slice(1))}` : target;
  safe['role'] = 'link';
  safe['tabindex'] = '0';
}
