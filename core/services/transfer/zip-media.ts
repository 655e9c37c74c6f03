import type { SourceMedia } from './format.ts';
import type { Oddities } from './oddities.ts';
import type { ZipSource } from './zip-source.ts';

const NAME_BYTES = 255;

/** The files of an archive by their names without folders, but those that are something else. What has no name that can be is told. */
export function namedMedia(zip: ZipSource, isOther: (path: string) => boolean, odd: Oddities): SourceMedia[] {
  const media = new Map<string, SourceMedia>();
  for (const entry of zip.entries.values()) {
    const name = entry.name.split('/').at(-1)!.normalize('NFC');
    if (isOther(entry.name)) continue;
    if (media.has(name)) odd.add('media-name-clash', entry.name.slice(0, 100));
    else if (/[\p{Cc}\\]|^\.{0,2}$/u.test(name) || Buffer.byteLength(name) > NAME_BYTES)
      odd.add('media-name-unsafe', entry.name.slice(0, 100));
    else media.set(name, { name, bytes: entry.bytes, open: () => zip.pieces(entry) });
  }
  return [...media.values()];
}
