import type { Bilingual } from '../../../domain/question.ts';
import type { Entry, Key, WrittenNote } from './entries.ts';

/** A note that can not be understood. The message names the key, for the log. */
export class NoteFault extends Error {
  override readonly name = 'NoteFault';
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/** A text in one language or both, of one entry or of two that belong together. */
export interface Part {
  readonly key: Key;
  readonly id: string | null;
  readonly text: Bilingual;
  readonly line: number;
}

/** Entries of these keys in order; `Key.th` and `Key.en` after each other are one part. */
export function parts({ entries }: WrittenNote, ...keys: readonly Key[]): Part[] {
  const found: (Part & { open: 'th' | 'en' | null })[] = [];
  for (const entry of entries.filter(({ key }) => keys.includes(key))) {
    const last = found.at(-1);
    if (last && last.key === entry.key && last.open !== null && last.open === entry.language) {
      found[found.length - 1] = { ...last, text: { ...last.text, [entry.language]: entry.text }, open: null };
      continue;
    }
    found.push({
      key: entry.key,
      id: entry.id,
      text: { th: entry.text, en: entry.text },
      line: entry.line,
      open: otherOf(entry),
    });
  }
  return found;
}

/** The language that an entry lacks; null where it stands for both. */
const otherOf = ({ language }: Entry) => (language === null ? null : language === 'th' ? 'en' : 'th');

/** The one text of a key, or null. @throws NoteFault where there are several */
export function oneText(note: WrittenNote, key: Key): Bilingual | null {
  const [first, second] = parts(note, key);
  if (second) throw new NoteFault(second.line, `${key} comes up twice`);
  return first?.text ?? null;
}

/** @throws NoteFault where there is none, or it is empty */
export function neededText(note: WrittenNote, key: Key): Bilingual {
  const text = oneText(note, key);
  if (!text || text.th === '' || text.en === '') throw new NoteFault(note.line, `${key} is missing`);
  return text;
}

/** What a key says that has no language, or null. */
export const word = (note: WrittenNote, key: Key): string | null => oneText(note, key)?.en ?? null;

/** Words of a list, parted by commas. */
export const words = (note: WrittenNote, key: Key): string[] =>
  (word(note, key) ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
