import type { Database } from 'sql.js';
import {
  bytesField,
  collection,
  DECKS,
  MODELS,
  NOTE_ID,
  PRESETS,
  TYPE_ID,
  varint,
  varintField,
} from './collection.fixture.ts';
import { newerPackage, olderPackage, type Hostile } from './hostile.fixture.ts';

const changed = (change: string | ((db: Database) => void)) => () => collection(11, change);
const models = (value: unknown) => changed((db) => db.run('update col set models = ?', [JSON.stringify(value)]));
/** Of a table that SQLite would not make: its row in the schema is rewritten. */
const schemaOf = (table: string, sql: string) =>
  changed(`pragma writable_schema = on; update sqlite_master set sql = '${sql}' where name = '${table}'`);
const blob = (table: string, column: string, bytes: Buffer) => () =>
  newerPackage([], (db) => db.run(`update ${table} set ${column} = ?`, [bytes]));
/** A length that leads beyond the end. */
const TOO_LONG = Buffer.concat([varint(8 * 3 + 2), varint(2 ** 33)]);

async function overwritten(from: number, to: number): Promise<Buffer> {
  const bytes = await collection(11, (db) => {
    for (let i = 1; i < 400; i++)
      db.run(
        `insert into notes select id + ${i}, guid || ${i}, mid, mod, usn, tags, flds, sfld, csum, flags, data from notes where id = ${NOTE_ID}`,
      );
  });
  return bytes.fill(0xa5, from, Math.min(to, bytes.length));
}

const raw = (vector: Omit<Hostile, 'extension'>): Hostile => ({ ...vector, extension: 'anki2' });

/** Databases that are damaged, or made to do something when they are read; settings that are no settings. */
export const HOSTILE_COLLECTIONS: readonly Hostile[] = [
  raw({
    what: 'text that is called a collection',
    bytes: () => Buffer.from('../elsewhere/collection.anki2'),
    why: 'not-sqlite',
  }),
  {
    what: 'a package around no database',
    bytes: () => olderPackage([{ name: 'collection.anki2', content: 'SQLite' }]),
    why: 'not-sqlite',
  },
  raw({
    what: 'a database cut off',
    bytes: async () => (await collection(11)).subarray(0, 9000),
    why: 'sqlite-damaged',
  }),
  raw({ what: 'a header alone', bytes: async () => (await collection(11)).subarray(0, 100), why: 'sqlite-damaged' }),
  raw({ what: 'pages of noise in the schema', bytes: () => overwritten(100, 4096), why: 'sqlite-damaged' }),
  raw({ what: 'pages of noise among the notes', bytes: () => overwritten(40_000, 60_000), why: 'sqlite-damaged' }),
  raw({
    what: 'a database that was open, with a log beside it',
    bytes: async () => {
      const bytes = await collection(11);
      return bytes.fill(2, 18, 20);
    },
  }),
  raw({
    what: 'a view for a table',
    bytes: changed('alter table notes rename to kept; create view notes as select * from kept'),
    why: 'sqlite-hostile',
    place: 'view notes',
  }),
  raw({
    what: 'a view without end',
    bytes: changed(
      'drop table revlog; create view revlog as with recursive r(id) as (select 1 union all select id + 1 from r) select * from r',
    ),
    why: 'sqlite-hostile',
    place: 'view revlog',
  }),
  raw({
    what: 'a trigger',
    bytes: changed('create trigger evil after insert on notes begin delete from cards; end'),
    why: 'sqlite-hostile',
    place: 'trigger evil',
  }),
  raw({
    what: 'views and tables of add-ons',
    bytes: changed(
      'create view mine as select 1; create table other (a); create trigger t after insert on other begin delete from other; end',
    ),
  }),
  raw({
    what: 'a table that a module makes',
    bytes: schemaOf('revlog', 'CREATE VIRTUAL TABLE revlog USING fts3(id)'),
    why: 'sqlite-hostile',
    place: 'table revlog',
  }),
  raw({
    what: 'a column that is computed',
    bytes: changed('alter table notes add column evil as (hex(zeroblob(100000000)))'),
    why: 'sqlite-hostile',
    place: 'notes.evil',
  }),
  raw({
    what: 'a check that would take for ever',
    bytes: changed(
      `create table copy (id integer primary key, cid, usn, ease, ivl, lastIvl, factor, time, type,
       check (length(hex(zeroblob(400000000))) > 0)); pragma ignore_check_constraints = on;
       insert into copy select * from revlog; drop table revlog; alter table copy rename to revlog`,
    ),
  }),
  raw({
    what: 'an index that does not fit its table',
    bytes: changed(
      `insert into notes select id + 1, 'b', mid, mod, usn, tags, flds, sfld, csum, flags, data from notes;
       insert into cards select id + 1, nid + 1, did - 1650000000000 + 1, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data from cards;
       drop index ix_cards_nid; create index ix_cards_nid on cards (did); pragma writable_schema = on;
       update sqlite_master set sql = 'CREATE INDEX ix_cards_nid ON cards (nid)' where name = 'ix_cards_nid'`,
    ),
    notes: 2,
    cards: 2,
    reviews: 1,
  }),
  raw({
    what: 'text that is written as UTF-16',
    bytes: async () => (await collection(11)).fill(2, 59, 60),
    why: 'text-not-utf8',
  }),
  raw({ what: 'no reviews table', bytes: changed('drop table revlog'), why: 'table-missing', place: 'revlog' }),
  raw({ what: 'no notes table', bytes: changed('drop table notes'), why: 'table-missing', place: 'notes' }),
  raw({
    what: 'no column of fields',
    bytes: changed('alter table notes rename column flds to other'),
    why: 'column-wrong',
    place: 'notes.flds',
  }),
  raw({ what: 'no row of the collection', bytes: changed('delete from col'), why: 'column-wrong', place: 'col' }),
  raw({ what: 'a schema to come', bytes: changed('update col set ver = 19'), why: 'newer-format', place: 'schema 19' }),
  raw({
    what: 'a schema that is text',
    bytes: changed(`update col set ver = 'new'`),
    why: 'column-wrong',
    place: 'col',
  }),
  raw({
    what: 'note types that are no JSON',
    bytes: changed(`update col set models = '{'`),
    why: 'syntax',
    place: 'col.models',
  }),
  raw({
    what: 'note types of a hundred thousand depths',
    bytes: changed((db) =>
      db.run('update col set models = ?', [`{"1": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`]),
    ),
    why: 'syntax',
    place: 'col.models.1',
  }),
  raw({ what: 'note types that are a list', bytes: models([]), why: 'syntax', place: 'col.models' }),
  raw({
    what: 'note types that are bytes',
    bytes: changed(`update col set models = cast(x'ff7b7d' as text)`),
    why: 'text-not-utf8',
    place: 'col.models',
  }),
  raw({ what: 'a note type that is text', bytes: models({ 1: 'Basic' }), why: 'syntax', place: 'col.models.1' }),
  raw({
    what: 'a note type of a thousand and one fields',
    bytes: models({ 1: { ...MODELS[TYPE_ID], flds: Array.from({ length: 1001 }, (_, i) => ({ name: `${i}` })) } }),
    why: 'too-many',
    place: 'Basic',
  }),
  raw({
    what: 'a note type without templates',
    bytes: models({ [TYPE_ID]: { ...MODELS[TYPE_ID], tmpls: [] } }),
    odd: { 'card-without-template': 1, 'kind-unknown': 1, 'review-without-card': 1 },
    notes: 0,
    cards: 0,
    reviews: 0,
  }),
  raw({
    what: 'a note type without fields',
    bytes: models({ [TYPE_ID]: { ...MODELS[TYPE_ID], flds: [] } }),
    odd: { 'note-without-fields': 1, 'kind-unknown': 1, 'review-without-card': 1 },
    notes: 0,
    cards: 0,
    reviews: 0,
  }),
  raw({
    what: 'decks that are no decks',
    bytes: changed(`update col set decks = '{"1": {"name": 5}}'`),
    why: 'syntax',
    place: 'col.decks.1',
  }),
  raw({
    what: 'no decks',
    bytes: changed(`update col set decks = '{}'`),
    odd: { 'card-without-deck': 1 },
  }),
  raw({
    what: 'decks without names, with control characters, twice',
    bytes: changed((db) =>
      db.run('update col set decks = ?', [
        JSON.stringify({
          ...DECKS,
          2: { name: '' },
          3: { name: 'a\0::b' },
          4: { name: 'default' },
          5: { name: 'a::::b' },
        }),
      ]),
    ),
    odd: { 'deck-name-changed': 4 },
  }),
  raw({
    what: 'options that can not be',
    bytes: changed((db) =>
      db.run('update col set dconf = ?', [
        JSON.stringify({
          1: { ...PRESETS[1], new: { delays: [-1], perDay: 1e9 }, desiredRetention: 7, fsrsWeights: [1, 2] },
        }),
      ]),
    ),
    odd: { 'preset-option-unknown': 4 },
  }),
  raw({
    what: 'options that are no JSON',
    bytes: changed(`update col set dconf = 'x'`),
    why: 'syntax',
    place: 'col.dconf',
  }),
  {
    what: 'a note type whose message has a length beyond its end',
    bytes: blob('notetypes', 'config', TOO_LONG),
    why: 'column-wrong',
    place: `notetypes ${TYPE_ID}`,
  },
  {
    what: 'a template whose message is noise',
    bytes: blob('templates', 'config', Buffer.alloc(20, 0xff)),
    why: 'column-wrong',
    place: `templates ${TYPE_ID}`,
  },
  {
    what: 'a field whose text is a number',
    bytes: blob('fields', 'config', varintField(3, 1)),
    why: 'column-wrong',
    place: `fields ${TYPE_ID}`,
  },
  {
    what: 'a deck whose kind has a length beyond its end',
    bytes: blob('decks', 'kind', bytesField(1, TOO_LONG)),
    why: 'column-wrong',
    place: 'decks 1',
  },
  {
    what: 'options whose numbers are text',
    bytes: blob('deck_config', 'config', bytesField(9, Buffer.from('x'))),
    why: 'column-wrong',
    place: 'deck_config 1',
  },
  {
    what: 'a setting that is no JSON',
    bytes: blob('config', 'val', Buffer.from('{')),
    why: 'syntax',
    place: 'config.creationOffset',
  },
  {
    what: 'no templates table in a new collection',
    bytes: () => newerPackage([], 'drop table templates'),
    why: 'table-missing',
    place: 'templates',
  },
  {
    what: 'deck names that are bytes',
    bytes: () => newerPackage([], `update decks set name = x'00ff' where id = 1`),
    why: 'column-wrong',
    place: 'decks 1',
  },
];
