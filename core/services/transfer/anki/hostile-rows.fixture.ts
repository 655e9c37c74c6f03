import type { Database } from 'sql.js';
import { CARD_ID, CLOZE_ID, collection, DECK_ID, DECKS, NOTE_ID, REVIEW_ID } from './collection.fixture.ts';
import type { Hostile } from './hostile.fixture.ts';

const row = (
  what: string,
  change: string | ((db: Database) => void),
  comes: Omit<Hostile, 'what' | 'bytes' | 'extension'>,
): Hostile => ({
  what,
  bytes: () => collection(11, change),
  extension: 'anki2',
  ...comes,
});
const note = (what: string, set: string, comes: Omit<Hostile, 'what' | 'bytes'>) =>
  row(what, `update notes set ${set}`, comes);
const card = (what: string, set: string, comes: Omit<Hostile, 'what' | 'bytes'>) =>
  row(what, `update cards set ${set}`, comes);
const review = (what: string, set: string, comes: Omit<Hostile, 'what' | 'bytes'>) =>
  row(what, `update revlog set ${set}`, comes);
const left = (odd: Hostile['odd']) => ({ odd: { ...odd, 'review-without-card': 1 }, notes: 0, cards: 0, reviews: 0 });
const gone = (odd: Hostile['odd']) => ({ odd: { ...odd, 'review-without-card': 1 }, cards: 0, reviews: 0 });
const COPY_NOTE = (columns: string) =>
  `insert into notes select ${columns}, mid, mod, usn, tags, flds, sfld, csum, flags, data from notes`;
const COPY_CARD = (columns: string) =>
  `insert into cards select ${columns}, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data from cards`;

/** Rows that can not be, in a collection that is whole: each is left out or put right by itself, and told. */
export const HOSTILE_ROWS: readonly Hostile[] = [
  note('fields that are bytes', `flds = x'6162'`, left({ 'row-unreadable': 1 })),
  note('fields of 10 MB', `flds = replace(hex(zeroblob(5000000)), '0', 'x')`, left({ 'text-too-long': 1 })),
  note('fields with a NUL', `flds = 'a' || char(0) || 'b' || char(31) || 'c'`, { odd: { 'text-not-utf8': 1 } }),
  note('fields that are not UTF-8', `flds = cast(x'61ff1f62' as text)`, { odd: { 'text-not-utf8': 1 } }),
  note('more fields than the type has', `flds = 'a' || char(31) || 'b' || char(31) || 'c'`, {
    odd: { 'note-without-fields': 1 },
  }),
  note('fewer fields than the type has', `flds = 'a'`, { odd: { 'note-without-fields': 1 } }),
  note('a note type that is not there', 'mid = 5', left({ 'kind-unknown': 1 })),
  note('a note type that is text', `mid = 'Basic'`, left({ 'row-unreadable': 1 })),
  note('a note type beyond all exact numbers', 'mid = 9223372036854775807', left({ 'row-unreadable': 1 })),
  note('a guid that is bytes', `guid = x'00'`, left({ 'row-unreadable': 1 })),
  note('a guid of a megabyte', `guid = hex(zeroblob(500000))`, left({ 'row-unreadable': 1 })),
  note('an empty guid', `guid = ''`, {}),
  note('a change in the year 9999', 'mod = 253402300799', { odd: { 'date-out-of-range': 1 } }),
  note('a change in milliseconds, as some programs write it', 'mod = 1700000600000', { odd: {} }),
  note('a change before all time', 'mod = -1', { odd: { 'date-out-of-range': 1 } }),
  note('tags that are a number', 'tags = 5', {}),
  row(
    'a guid and tags that are nothing',
    `create table copy as select id, null as guid, mid, mod, usn, null as tags, flds from notes; drop table notes;
     alter table copy rename to notes`,
    {},
  ),
  row('two notes of one guid', COPY_NOTE('id + 1, guid'), {
    odd: { 'duplicate-guid': 1, 'note-without-cards': 1 },
    notes: 2,
  }),
  row('a note made before all time', `${COPY_NOTE(`-5, 'b'`)}`, {
    odd: { 'date-out-of-range': 1, 'note-without-cards': 1 },
    notes: 2,
  }),
  row(
    'two notes of one number',
    `create table copy as select * from notes; insert into copy select * from notes; drop table notes; alter table copy rename to notes`,
    {
      odd: { 'row-unreadable': 1 },
    },
  ),
  row('a note without cards', 'delete from cards', gone({ 'note-without-cards': 1 })),
  row('a card of no note', COPY_CARD('id + 1, 77, did, ord'), { odd: { 'card-without-note': 1 } }),
  row('cards behind the last note', COPY_CARD('id + 1, nid + 77, did, ord'), { odd: { 'card-without-note': 1 } }),
  row('a card twice', COPY_CARD('id + 1, nid, did, ord'), { odd: { 'row-unreadable': 1 } }),
  row('a card of a template that is gone', COPY_CARD('id + 1, nid, did, 7'), { odd: { 'card-without-template': 1 } }),
  row(
    'a cloze of any number',
    `update notes set mid = ${CLOZE_ID}, flds = 'a {{c9::b}}'; update cards set ord = 8`,
    {},
  ),
  card('a template before the first', 'ord = -1', gone({ 'row-unreadable': 1, 'note-without-cards': 1 })),
  card('a cloze of a million', 'ord = 1000000', gone({ 'row-unreadable': 1, 'note-without-cards': 1 })),
  card('a deck that is not there', 'did = 42', { odd: { 'card-without-deck': 1 } }),
  card('a deck that is text', `did = 'Default'`, gone({ 'row-unreadable': 1, 'note-without-cards': 1 })),
  card('a due day that can not be', 'due = 100000000', { odd: { 'date-out-of-range': 1 } }),
  card(
    'a due day beyond all numbers',
    'due = 9223372036854775807',
    gone({ 'row-unreadable': 1, 'note-without-cards': 1 }),
  ),
  card('an instant that can not be', 'type = 1, queue = 1, due = 99999999999', { odd: { 'date-out-of-range': 1 } }),
  card('an interval of a million years', 'ivl = 365000000', { odd: { 'date-out-of-range': 1 } }),
  card('reviews below nothing', 'reps = -5', { odd: { 'date-out-of-range': 1 } }),
  card('a kind that is unknown', 'type = 9', { odd: { 'date-out-of-range': 1 } }),
  card('a memory that is none', `data = '{"s": -1, "d": 99}'`, {}),
  card('data that are no JSON', `data = '{"s": '`, {}),
  card('data of a megabyte', `data = hex(zeroblob(500000))`, {}),
  row(
    'a filtered deck, and one whose home is gone',
    (db) => {
      db.run('update col set decks = ?', [JSON.stringify({ ...DECKS, 9: { name: 'Cram', dyn: 1 } })]);
      db.run(`${COPY_NOTE(`id + 5, 'b'`)}; ${COPY_CARD(`id + 5, nid + 5, 9, ord`)}`);
      db.run(`update cards set did = 9, odid = ${DECK_ID}, odue = due, due = -100000 where id = ${CARD_ID}`);
    },
    { odd: { 'filtered-deck-emptied': 1, 'card-without-deck': 1 }, notes: 2, cards: 2 },
  ),
  review('a review of no card', 'cid = 5', { odd: { 'review-without-card': 1 }, reviews: 0 }),
  review('a review with a fifth button', 'ease = 5', { odd: { 'review-unreadable': 1 }, reviews: 0 }),
  review('a review with a button before the first', 'ease = -1', { odd: { 'review-unreadable': 1 }, reviews: 0 }),
  review('a review of an unknown kind', 'type = 77', { odd: { 'review-unreadable': 1 }, reviews: 0 }),
  review('a review whose time is text', `time = 'soon'`, { odd: { 'review-unreadable': 1 }, reviews: 0 }),
  review('a review before all time', 'id = -1', { odd: { 'date-out-of-range': 1 }, reviews: 0 }),
  review('a review after all time', `id = ${REVIEW_ID} * 1000`, { odd: { 'date-out-of-range': 1 }, reviews: 0 }),
  review('a review that took less than no time', 'time = -1', {}),
  review('a due date that was set by hand', 'ease = 0, type = 4', { reviews: 0 }),
  row('a collection made before all time', 'update col set crt = -1, mod = -1', { odd: { 'date-out-of-range': 1 } }),
  row(
    'ten thousand notes that can not be read',
    (db) => {
      db.run(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
      insert into notes select ${NOTE_ID} + i, 'g' || i, 'x', 0, 0, '', 'a', 0, 0, 0, '' from n`);
    },
    { odd: { 'row-unreadable': 10_000 } },
  ),
];
