/** What a file begins with; `at` where in it, from 0. Texts are bytes of latin1. */
const BEGINNINGS: readonly (readonly [begins: string, type: string, at?: number])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['WEBP', 'image/webp', 8],
  ['ftypavif', 'image/avif', 4],
  ['ftypavis', 'image/avif', 4],
  ['BM', 'image/bmp'],
  ['\0\0\x01\0', 'image/x-icon'],
  ['ID3', 'audio/mpeg'],
  ['fLaC', 'audio/flac'],
  ['WAVE', 'audio/wav', 8],
  ['OggS', 'audio/ogg'],
  ['ftypM4A', 'audio/mp4', 4],
  ['ftyp', 'video/mp4', 4],
  ['\x1a\x45\xdf\xa3', 'video/webm'],
  ['wOFF', 'font/woff'],
  ['wOF2', 'font/woff2'],
  ['OTTO', 'font/otf'],
  ['\0\x01\0\0', 'font/ttf'],
  ['true', 'font/ttf'],
];
/** An SVG may begin with its declaration, comments and a document type. */
const SVG = /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<svg[\s>]/i;

/** So much of a file tells what it is. */
export const HEAD_BYTES = 4_096;

/**
 * The type a file is served as, by what it holds and not by its name, so that no name makes a page or a script of it.
 * @param head its first `HEAD_BYTES`, or all of it
 */
export function mediaType(head: Buffer): string {
  const text = head.toString('latin1');
  const known = BEGINNINGS.find(([begins, , at = 0]) => text.startsWith(begins, at));
  if (known) return known[1];
  // Frames of MPEG audio without a tag before them; AAC in ADTS has no layer.
  if (head[0] === 0xff && (head[1]! & 0xe0) === 0xe0) return (head[1]! & 0x06) === 0 ? 'audio/aac' : 'audio/mpeg';
  return SVG.test(head.toString('utf8')) ? 'image/svg+xml' : 'application/octet-stream';
}
