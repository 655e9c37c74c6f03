import { createHash } from 'node:crypto';
import type { SourceMedia } from '../format.ts';

/** A picture that stands in the HTML itself, in base64. */
const INLINE = /(<img\b[^<>]*?\ssrc\s*=\s*)(["'])data:image\/(png|jpeg|gif|webp|avif);base64,([a-z0-9+/=\s]+)\2/gi;
const ENDINGS: Readonly<Record<string, string>> = { jpeg: 'jpg' };

/**
 * Puts names of files where pictures stand in the HTML themselves: they become media as those of every deck, kept once.
 * @param found hears of each; it holds a part of the text, and the bytes only while they are read
 */
export function pictureNames(html: string, found: (picture: SourceMedia) => void): string {
  if (!html.includes(';base64,')) return html;
  return html.replace(INLINE, (_, before: string, quote: string, type: string, base64: string) => {
    const kind = type.toLowerCase();
    const bytes = Buffer.from(base64, 'base64');
    const name = `picture-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ENDINGS[kind] ?? kind}`;
    found({
      ...{ name, bytes: bytes.length },
      async *open() {
        yield Buffer.from(base64, 'base64');
      },
    });
    return `${before}${quote}${name}${quote}`;
  });
}
