import type { Database } from 'sql.js';
import { sqliteEngine } from './sqlite-engine.ts';

/** What the collections below hold: one note of two fields, its card and a review of it. */
export const NOTE_ID = 1_700_000_000_000;
export const CARD_ID = 1_700_000_000_001;
export const REVIEW_ID = 1_700_000_500_000;
export const TYPE_ID = 1_600_000_000_000;
export const CLOZE_ID = 1_600_000_000_001;
export const DECK_ID = 1_650_000_000_000;
const CREATED_SEC = 1_581_825_600;

const COMMON = `
  create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null,
    dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null,
    dconf text not null, tags text not null);
  create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null,
    tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
  create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null,
    usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null,
    factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null,
    odid integer not null, flags integer not null, data text not null);
  create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null,
    lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
  create index ix_cards_nid on cards (nid);`;

const NEWER = `
  create table deck_config (id integer primary key not null, name text not null collate nocase, mtime_secs integer not null,
    usn integer not null, config blob not null);
  create table config (key text not null primary key, usn integer not null, mtime_secs integer not null, val blob not null)
    without rowid;
  create table fields (ntid integer not null, ord integer not null, name text not null collate nocase, config blob not null,
    primary key (ntid, ord)) without rowid;
  create unique index idx_fields_name_ntid on fields (name, ntid);
  create table templates (ntid integer not null, ord integer not null, name text not null collate nocase,
    mtime_secs integer not null, usn integer not null, config blob not null, primary key (ntid, ord)) without rowid;
  create table notetypes (id integer not null primary key, name text not null collate nocase, mtime_secs integer not null,
    usn integer not null, config blob not null);
  create unique index idx_notetypes_name on notetypes (name);
  create table decks (id integer primary key not null, name text not null collate nocase, mtime_secs integer not null,
    usn integer not null, common blob not null, kind blob not null);
  create unique index idx_decks_name on decks (name);
  create table tags (tag text not null primary key collate nocase, usn integer not null, collapsed boolean not null,
    config blob null) without rowid;
  insert into tags values ('ก', -1, 0, null), ('Ä', -1, 0, null), ('a', -1, 0, null);`;

/** As such a collection names it; SQLite by itself can not make it. */
const UNICASE = `
  pragma writable_schema = on;
  update sqlite_master set sql = replace(sql, 'collate nocase', 'COLLATE unicase');`;

interface Model {
  readonly name: string;
  readonly type: 0 | 1;
  readonly flds: readonly {
    readonly name: string;
    readonly ord: number;
    readonly rtl?: boolean;
    readonly font?: string;
    readonly size?: number;
  }[];
  readonly tmpls: readonly {
    readonly name: string;
    readonly ord: number;
    readonly qfmt: string;
    readonly afmt: string;
  }[];
  readonly css: string;
  readonly sortf: number;
}

export const MODELS: Readonly<Record<number, Model>> = {
  [TYPE_ID]: {
    name: 'Basic',
    type: 0,
    flds: [
      { name: 'Front', ord: 0, rtl: false, font: 'Arial', size: 20 },
      { name: 'Back', ord: 1, rtl: true, font: 'Thonburi', size: 24 },
    ],
    tmpls: [{ name: 'Card 1', ord: 0, qfmt: '{{Front}}', afmt: '{{Back}}' }],
    css: '.card { color: black; }',
    sortf: 0,
  },
  [CLOZE_ID]: {
    name: 'Cloze',
    type: 1,
    flds: [{ name: 'Text', ord: 0 }],
    tmpls: [{ name: 'Cloze', ord: 0, qfmt: '{{cloze:Text}}', afmt: '{{cloze:Text}}' }],
    css: '',
    sortf: 0,
  },
};
export const DECKS = {
  1: { name: 'Default', desc: '', dyn: 0, conf: 1 },
  [DECK_ID]: { name: 'Thai::Words', desc: 'Words', dyn: 0, conf: 1 },
};
export const PRESETS = {
  1: {
    name: 'Default',
    new: { delays: [1, 10], perDay: 20 },
    rev: { perDay: 200, maxIvl: 36_500 },
    lapse: { delays: [10], leechFails: 8 },
    desiredRetention: 0.9,
  },
};
const SETTINGS = { creationOffset: -420, schedVer: 2, rollover: 4 };

/** A collection of schema 11 or 18. @param change done to it last: SQL, or with the database */
export async function collection(schema: 11 | 18, change: string | ((db: Database) => void) = ''): Promise<Buffer> {
  const { Database } = await sqliteEngine();
  const db = new Database();
  try {
    db.run(COMMON);
    const json =
      schema === 11 ? [SETTINGS, MODELS, DECKS, PRESETS].map((each) => JSON.stringify(each)) : ['', '', '', ''];
    db.run(`insert into col values (1, ${CREATED_SEC}, 1700000600000, 0, ${schema}, 0, 0, 0, ?, ?, ?, ?, '{}')`, json);
    if (schema === 18) newer(db);
    db.run(`insert into notes values (${NOTE_ID}, 'guid one', ${TYPE_ID}, 1700000000, -1, ' a b ', ?, 0, 0, 0, '')`, [
      'ควาย\x1fbuffalo',
    ]);
    db.run(
      `insert into cards values (${CARD_ID}, ${NOTE_ID}, ${DECK_ID}, 0, 0, -1, 2, 2, 1370, 10, 2500, 4, 1, 0, 0, 0, 3, ?)`,
      ['{"s":12.5,"d":5.5,"decay":0.1542}'],
    );
    db.run(`insert into revlog values (${REVIEW_ID}, ${CARD_ID}, -1, 3, 10, 4, 2500, 4321, 1)`);
    if (typeof change === 'string') db.run(change);
    else change(db);
    return Buffer.from(db.export());
  } finally {
    db.close();
  }
}

function newer(db: Database): void {
  db.run(NEWER);
  for (const [key, value] of Object.entries(SETTINGS))
    db.run('insert into config values (?, 0, 0, ?)', [key, Buffer.from(JSON.stringify(value))]);
  for (const [id, model] of Object.entries(MODELS)) {
    const type = message(model.type && varintField(1, model.type), textField(3, model.css));
    db.run('insert into notetypes values (?, ?, 0, 0, ?)', [id, model.name, type]);
    model.flds.forEach((field, i) => {
      const { rtl, font, size } = { rtl: false, font: '', size: 0, ...field };
      const config = message(rtl && varintField(2, 1), textField(3, font), varintField(4, size));
      db.run('insert into fields values (?, ?, ?, ?)', [id, i, field.name, config]);
    });
    model.tmpls.forEach(({ name, qfmt, afmt }, i) =>
      db.run('insert into templates values (?, ?, ?, 0, 0, ?)', [
        id,
        i,
        name,
        message(textField(1, qfmt), textField(2, afmt)),
      ]),
    );
  }
  for (const [id, { name, desc }] of Object.entries(DECKS)) {
    const kind = message(bytesField(1, message(varintField(1, 1), textField(4, desc))));
    db.run('insert into decks values (?, ?, 0, 0, ?, ?)', [id, name.replaceAll('::', '\x1f'), new Uint8Array(), kind]);
  }
  const preset = message(floatsField(1, [1, 10]), floatsField(2, [10]), varintField(9, 20), varintField(10, 200));
  const rest = message(varintField(16, 36_500), varintField(22, 8), floatField(37, 0.9));
  db.run(`insert into deck_config values (1, 'Default', 0, 0, ?)`, [Buffer.concat([preset, rest])]);
  db.run(UNICASE);
}

export const message = (...fields: readonly (Buffer | false | 0)[]): Buffer =>
  Buffer.concat(fields.filter((each): each is Buffer => each instanceof Buffer));

export function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) | (rest > 127 ? 128 : 0));
    if (rest < 128) return Buffer.from(bytes);
  }
}
export const varintField = (number: number, value: number) => Buffer.concat([varint(number * 8), varint(value)]);
export const bytesField = (number: number, value: Uint8Array) =>
  Buffer.concat([varint(number * 8 + 2), varint(value.length), value]);
export const textField = (number: number, value: string) => bytesField(number, Buffer.from(value));
const floatField = (number: number, value: number) => Buffer.concat([varint(number * 8 + 5), float(value)]);
const floatsField = (number: number, values: readonly number[]) => bytesField(number, Buffer.concat(values.map(float)));
function float(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}
