import type { Accepted, Bilingual } from '../../../../domain/question.ts';
import { KEYS, type Key } from '../../deck-text/entries.ts';

/** What would begin an entry or a note: it gets a backslash, and one more where it has some. */
const BEGINNING = new RegExp(
  `^(?=\\\\*(?:##[ \\t]|(?:${KEYS.join('|')})(?:\\.(?:th|en))?(?:[ \\t]+\\{[^{}\\n]+\\})?:))`,
);

/** `{id}` behind a key, where it may stand there. */
export const braced = (id: string): string => (/[{}\n]/.test(id) ? '' : ` {${id}}`);

const told = (key: string, id: string, text: string) => {
  const [first = '', ...rest] = text.replaceAll(/\r\n?/g, '\n').trim().split('\n');
  return [`${key}${id}: ${first}`.trimEnd(), ...rest.map((line) => line.replace(BEGINNING, '\\'))];
};

/** An entry without language. */
export const entry = (key: Key, text: string, id = ''): string[] => told(key, id, text);

/** Entries of a text, one where both languages say the same; none where there is nothing to say. */
export function entries(key: Key, { th, en }: Bilingual, id = ''): string[] {
  if (th === en) return th === '' ? [] : told(key, id, th);
  return [...told(`${key}.th`, id, th), ...told(`${key}.en`, id, en)];
}

/** Entries of answers, each a whole one. */
export function answers({ th, en }: Accepted): string[] {
  if (th.length === en.length && th.every((text, i) => text === en[i]))
    return th.flatMap((text) => told('Answer', '', text));
  return [...th.flatMap((text) => told('Answer.th', '', text)), ...en.flatMap((text) => told('Answer.en', '', text))];
}
