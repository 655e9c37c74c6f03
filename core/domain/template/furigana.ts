/** Which part of `base[reading]` is shown. */
export type Reading = 'ruby' | 'base' | 'reading';

/** Longer ones are text in brackets. */
const MAX_READING = 200;

/**
 * Text with readings in brackets, as Japanese decks have it: a base reaches from a space, or the end of a tag, to the
 * bracket; the space before it belongs to it and is not shown. Sounds, which have brackets too, stay.
 */
export function withReadings(html: string, shown: Reading): string {
  const text = html.replaceAll('&nbsp;', ' ');
  const parts: string[] = [];
  let at = 0;
  let base = 0;
  let looked = 0;
  let close = -1;
  for (let open = text.indexOf('['); open >= 0;) {
    const between = text.slice(looked, open);
    const bound = Math.max(between.lastIndexOf(' '), between.lastIndexOf('>'));
    if (bound >= 0) base = looked + bound + 1;
    looked = open;
    const next = text.indexOf('[', open + 1);
    if (close < open) close = text.indexOf(']', open);
    if (close < 0) break;
    if (base < open && (next < 0 || next > close) && isReading(text, open + 1, close)) {
      parts.push(text.slice(at, base > at && text.charAt(base - 1) === ' ' ? base - 1 : base));
      parts.push(formed(text.slice(base, open), text.slice(open + 1, close), shown));
      at = base = looked = close + 1;
    }
    open = next;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function isReading(text: string, start: number, end: number): boolean {
  if (end === start || end - start > MAX_READING) return false;
  return !/\n|^(?:sound|anki):/i.test(text.slice(start, end));
}

function formed(base: string, reading: string, shown: Reading): string {
  if (shown === 'ruby') return `<ruby><rb>${base}</rb><rt>${reading}</rt></ruby>`;
  return shown === 'base' ? base : reading;
}
