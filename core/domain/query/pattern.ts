import type { Pattern } from './query.ts';

/** What is written as a pattern: `*` stands for anything, `\` takes the meaning from the sign behind it. */
export function patternOf(written: string): Pattern {
  const pieces: string[] = [''];
  for (let i = 0; i < written.length; i++) {
    if (written[i] === '*') {
      // Stars side by side are one.
      if (pieces.length === 1 || pieces.at(-1) !== '') pieces.push('');
    } else {
      if (written[i] === '\\' && i + 1 < written.length) i += 1;
      pieces.push(`${pieces.pop()!}${written[i]!}`);
    }
  }
  return pieces;
}

/** Is the whole text what the pattern says? Both are compared as they are: fold them before. */
export function isWhole(pattern: Pattern, text: string): boolean {
  const first = pattern[0]!;
  if (pattern.length === 1) return text === first;
  const last = pattern.at(-1)!;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  return inTurn(pattern.slice(1, -1), text.slice(0, text.length - last.length), first.length);
}

function inTurn(pieces: Pattern, text: string, from: number): boolean {
  let at = from;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}

/** Is a name nested by `::`, or one of those it lies below, what the pattern says? */
export function isWithin(pattern: Pattern, name: string): boolean {
  for (let end = name.length; end > 0; end = name.lastIndexOf('::', end - 1))
    if (isWhole(pattern, name.slice(0, end))) return true;
  return false;
}
