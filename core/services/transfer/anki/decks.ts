import { z } from 'zod';
import type { SourceDeck } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { LIMITS } from './limits.ts';
import { readMessageRows } from './message-rows.ts';
import { Message } from './protobuf.ts';
import { jsonCell } from './settings.ts';
import type { SqliteFile } from './sqlite.ts';

const NAME_LENGTH = 500;
/** The deck that every collection has. */
export const DEFAULT_DECK = '1';

/**
 * The decks, with names that are whole and differ.
 * @throws AppError `import-unreadable`
 */
export function decksOf(db: SqliteFile, file: string, odd: Oddities): readonly SourceDeck[] {
  const found = db.has('decks') ? ofTable(db, file) : ofJson(db, file);
  if (found.length > LIMITS.decks) throw unreadable('too-many', file, 'decks');
  // A card whose deck is gone must go somewhere.
  if (!found.some(({ isFiltered }) => !isFiltered)) found.push({ id: DEFAULT_DECK, name: 'Default' });
  const taken = new Set<string>();
  return found.map((deck) => {
    const name = free(cleaned(deck.name), taken);
    taken.add(name.toLowerCase());
    if (name !== deck.name) odd.add('deck-name-changed', deck.name);
    return { ...deck, name };
  });
}

/** Every level has a name; no control characters. */
const cleaned = (name: string) =>
  name
    .normalize('NFC')
    .split('::')
    .map((level) => (level.trim() === '' ? 'blank' : level.replace(/\p{Cc}+/gu, ' ')))
    .join('::')
    .slice(0, NAME_LENGTH);

function free(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${name} ${i}`;
  return free;
}

const id = z.union([z.int(), z.string().regex(/^-?\d{1,20}$/)]);
const Deck = z.object({
  name: z.string(),
  desc: z.string().catch(''),
  dyn: z.union([z.int(), z.boolean()]).catch(0),
  conf: id.optional().catch(undefined),
});

/** As schemas to 14 hold them. */
function ofJson(db: SqliteFile, file: string): SourceDeck[] {
  return Object.entries(jsonCell(db, 'decks', file)).map(([key, value]) => {
    const parsed = Deck.safeParse(value);
    if (!parsed.success) throw unreadable('syntax', file, `col.decks.${key}`.slice(0, 100), parsed.error);
    const { name, desc, dyn, conf } = parsed.data;
    return deckOf(key, name, desc, dyn ? 'filtered' : conf === undefined ? null : String(conf));
  });
}

/**
 * As schemas from 15 hold them: levels of the name parted by U+001F. Numbers: kind { normal 1 { preset 1, description 4 }, filtered
 * 2 }.
 */
function ofTable(db: SqliteFile, file: string): SourceDeck[] {
  const table = { table: 'decks', id: 'id', blob: 'kind', order: 'id' };
  return readMessageRows(db, file, table, ({ id, name, message }) => {
    const normal = message.bytes(1);
    const levels = name.replaceAll('\x1f', '::');
    if (!normal) return deckOf(id, levels, '', message.has(2) ? 'filtered' : null);
    const own = new Message(normal);
    return deckOf(id, levels, own.text(4), String(own.int(1) || 1));
  });
}

const deckOf = (id: string, name: string, description: string, preset: string | 'filtered' | null): SourceDeck => ({
  id,
  name,
  ...(description !== '' && { description }),
  ...(preset === 'filtered' ? { isFiltered: true as const } : preset !== null && { presetId: preset }),
});
