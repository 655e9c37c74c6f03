/** Letters and digits that are not mistaken for one another. */
const CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const IN_GROUP = 4;

/** A passphrase that nobody guesses: 20 characters by chance, about 99 bits, in groups that can be read out. */
export const suggestedPassphrase = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: IN_GROUP }, character).join('')).join('-');

/** One of the characters, each as likely as any other: bytes that would favour the first ones are drawn again. */
function character(): string {
  const fair = 256 - (256 % CHARACTERS.length);
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (drawn < fair) return CHARACTERS[drawn % CHARACTERS.length]!;
  }
}
