import type { SqliteFile } from '../anki/sqlite.ts';
import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import {
  isGapped,
  UNTAGGED,
  viewPlace,
  type MnemosyneCard,
  type MnemosyneCollection,
  type MnemosyneFact,
  type MnemosyneReview,
} from './collection.ts';

const MAX_CARDS = 2_000_000;
const MAX_REVIEWS = 20_000_000;
/** Of `log.event_type`. */
const REPETITION = 9;

const COLUMNS = {
  facts: ['_id', 'id'],
  data_for_fact: ['_fact_id', 'key', 'value'],
  // prettier-ignore
  cards: ['_id', 'id', 'card_type_id', '_fact_id', 'fact_view_id', 'grade', 'next_rep', 'last_rep', 'easiness', 'acq_reps', 'ret_reps', 'lapses', 'creation_time', 'modification_time'],
  tags: ['_id', 'name'],
  tags_for_card: ['_card_id', '_tag_id'],
  log: ['event_type', 'timestamp', 'object_id', 'grade', 'thinking_time'],
} as const;
export const MNEMOSYNE_TABLES = Object.keys(COLUMNS);

/** @throws AppError `import-unreadable` */
export function databaseCollection(db: SqliteFile, file: string, odd: Oddities): MnemosyneCollection {
  for (const [table, columns] of Object.entries(COLUMNS)) db.require(table, columns);
  if (db.count('cards') > MAX_CARDS) throw unreadable('too-many', file, 'cards');
  if (db.count('log') > MAX_REVIEWS) throw unreadable('too-many', file, 'log');
  return { facts: factsOf(db, odd), reviews: reviewsOf(db, odd) };
}

interface FoundFact extends Omit<MnemosyneFact, 'data' | 'tags' | 'cards'> {
  readonly data: Map<string, string>;
  readonly tags: Set<string>;
  readonly cards: MnemosyneCard[];
}

function factsOf(db: SqliteFile, odd: Oddities): MnemosyneFact[] {
  const ids = new Map([...db.rows('facts', 'select _id, id from facts')].map(([own, id]) => [Number(own), String(id)]));
  const data = dataOf(db);
  const tags = tagsByCard(db);
  const facts = new Map<number, FoundFact>();
  const sql = `select ${COLUMNS.cards.join(', ')} from cards order by _fact_id, fact_view_id, _id`;
  for (const [
    own,
    id,
    type,
    factId,
    view,
    grade,
    next,
    last,
    easiness,
    acquired,
    retained,
    lapses,
    created,
    modified,
  ] of db.rows('cards', sql)) {
    const key = Number(factId);
    const known = ids.get(key);
    if (known === undefined) {
      odd.add('card-without-note', `cards ${own}`);
      continue;
    }
    let fact = facts.get(key);
    if (!fact) {
      const [createdAt, modifiedAt] = [Number(created) * 1000 || 0, Number(modified) * 1000 || 0];
      fact = {
        id: known,
        cardType: String(type),
        data: data.get(key) ?? new Map(),
        category: '',
        tags: new Set(),
        createdAt,
        modifiedAt,
        cards: [],
      };
      facts.set(key, fact);
    }
    for (const tag of tags.get(Number(own)) ?? []) fact.tags.add(tag);
    fact.cards.push({
      id: String(id),
      ordinal: isGapped(String(type)) ? fact.cards.length : viewPlace(String(view)),
      grade: Number(grade),
      easiness: Number(easiness),
      reps: (Number(acquired) || 0) + (Number(retained) || 0),
      lapses: Number(lapses) || 0,
      lastAt: Number(last) * 1000 || 0,
      nextAt: Number(next) * 1000 || 0,
    });
  }
  return [...facts.values()].map((fact) => ({ ...fact, tags: [...fact.tags] }));
}

function dataOf(db: SqliteFile): Map<number, Map<string, string>> {
  const data = new Map<number, Map<string, string>>();
  for (const [fact, key, value] of db.rows('data_for_fact', 'select _fact_id, key, value from data_for_fact')) {
    const own = data.get(Number(fact)) ?? new Map<string, string>();
    data.set(Number(fact), own.set(String(key), typeof value === 'string' ? value : ''));
  }
  return data;
}

function tagsByCard(db: SqliteFile): Map<number, string[]> {
  const names = new Map(
    [...db.rows('tags', 'select _id, name from tags')].map(([id, name]) => [Number(id), String(name)]),
  );
  const tags = new Map<number, string[]>();
  for (const [card, tag] of db.rows(
    'tags_for_card',
    'select _card_id, _tag_id from tags_for_card order by _card_id, _tag_id',
  )) {
    const name = names.get(Number(tag));
    if (name !== undefined && name !== UNTAGGED) tags.set(Number(card), [...(tags.get(Number(card)) ?? []), name]);
  }
  return tags;
}

function reviewsOf(db: SqliteFile, odd: Oddities): MnemosyneReview[] {
  const reviews: MnemosyneReview[] = [];
  const sql = `select object_id, timestamp, grade, thinking_time from log where event_type = ${REPETITION} order by timestamp, rowid`;
  for (const [card, second, grade, thinkingSec] of db.rows('log', sql)) {
    const at = Number(second) * 1000;
    if (typeof card !== 'string' || !Number.isInteger(grade) || !Number.isFinite(at))
      odd.add('review-unreadable', `log ${second}`);
    else
      reviews.push({ cardId: card, at, grade: Number(grade), elapsedMs: Math.max(0, Number(thinkingSec) * 1000 || 0) });
  }
  return reviews;
}
