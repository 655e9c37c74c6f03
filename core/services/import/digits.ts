const ZERO = 0x30;
/** More digits may be beyond what a number holds exactly. */
const MOST_DIGITS = 15;

/** The number whose digits a text has from some place to its end, as `String` writes it; −1 where anything else stands there. */
export function wholeIn(text: string, from = 0): number {
  const digits = text.length - from;
  if (digits < 1 || digits > MOST_DIGITS || (digits > 1 && text.charCodeAt(from) === ZERO)) return -1;
  let whole = 0;
  for (let i = from; i < text.length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    whole = whole * 10 + digit;
  }
  return whole;
}
