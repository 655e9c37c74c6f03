import type { Database } from 'sql.js';
import { collection, DECK_ID } from '../../core/services/transfer/anki/collection.fixture.ts';
import { HOSTILE_CSS, HOSTILE_HTML } from '../../core/services/face/hostile-faces.fixture.ts';
import { zipOf } from '../../core/services/transfer/zip.fixture.ts';
import { HOSTILE_LOOKS, HOSTILE_TEMPLATES } from './hostile-templates.ts';

/** A note type with one card that means harm. */
export interface HostileCard {
  readonly what: string;
  readonly front: string;
  readonly back: string;
  readonly css: string;
  readonly field: string;
  /** What the app says below the card. */
  readonly says?: RegExp | undefined;
}

/** What the app says below a card, by what is in it. */
const SAID: readonly (readonly [RegExp, RegExp])[] = [
  [/<(?:img|audio|source)[^>]* src="(?:https?:)?\/\/evil/, /evil\.example/],
  [/^<script|^<\w+ on\w+=|(?:href|src)="javascript:/i, /a script/],
  [/^<(?:iframe|object data="data|embed|base|meta)/, /a page within/],
  [/^<form/, /a form/],
  [/^@import|^\.card\{(?:behavior|[\w-]+:(?:expression|image-set))/i, /a style that/],
];
const saidOf = (text: string) => SAID.find(([inIt]) => inIt.test(text))?.[1];

const FROM_HTML = HOSTILE_HTML.map(([what, html]): HostileCard => ({
  what,
  front: `{{Front}}${html}`,
  back: `{{FrontSide}}<hr id=answer>{{Back}}${html}`,
  css: '',
  field: html,
  says: saidOf(html),
}));
const FROM_CSS = [...HOSTILE_CSS, ...HOSTILE_LOOKS].map(([what, css]): HostileCard => ({
  what: `CSS: ${what}`,
  front: `{{Front}}<style>${css}</style>`,
  back: '{{FrontSide}}<b>{{Back}}</b>',
  css,
  field: '<b data-value="a">a</b><a href="#x">x</a>',
  says: saidOf(css),
}));
const FROM_TEMPLATES = HOSTILE_TEMPLATES.map(([what, front, back, says]): HostileCard => ({
  what: `template: ${what}`,
  front,
  back,
  css: '',
  field: 'x',
  says,
}));

/** By what means harm; each list in the order in which it is asked. */
export const HOSTILE_CARDS = { fields: FROM_HTML, styles: FROM_CSS, templates: FROM_TEMPLATES };

/** What begins the front of the card of that place. */
export const markOf = (at: number): string => `card ${at}`;

/** Cards as one package of one deck, each beneath a mark of its own. */
export async function hostileDeck(cards: readonly HostileCard[]): Promise<Buffer> {
  const bytes = await collection(11, (db) => {
    db.run('delete from revlog; delete from cards; delete from notes');
    db.run('update col set models = ?', [JSON.stringify(Object.fromEntries(cards.map(typeOf)))]);
    cards.forEach((card, at) => insert(db, card, at));
  });
  return zipOf([
    { name: 'collection.anki2', content: bytes },
    { name: 'media', content: '{"0":"own.png"}' },
    { name: '0', content: Buffer.from('iVBORw0KGgo=', 'base64') },
  ]);
}

const typeId = (at: number) => 1_600_000_000_000 + at;
const MARKED = '<p class="mark-of-test">{{Mark}}</p>';

function typeOf({ what, front, back, css }: HostileCard, at: number): [number, unknown] {
  const names = ['Mark', 'Front', 'Back'];
  return [
    typeId(at),
    {
      name: what.replaceAll('\0', ''),
      type: 0,
      flds: names.map((name, ord) => ({ name, ord, rtl: false, font: 'Arial', size: 20 })),
      tmpls: [{ name: 'Card 1', ord: 0, qfmt: MARKED + front, afmt: MARKED + back }],
      css,
      sortf: 0,
    },
  ];
}

function insert(db: Database, { field }: HostileCard, at: number): void {
  const id = 1_700_000_000_000 + at;
  db.run(`insert into notes values (?, ?, ?, 1700000000, -1, '', ?, 0, 0, 0, '')`, [
    id,
    `hostile ${at}`,
    typeId(at),
    [markOf(at), field, `back ${at}`].join('\x1f'),
  ]);
  db.run(`insert into cards values (?, ?, ?, 0, 0, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')`, [id, id, DECK_ID, at]);
}
