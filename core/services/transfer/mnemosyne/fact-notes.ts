import type { NoteType } from '../../../domain/note/note-type.ts';
import { cardsMadeBy } from '../../../domain/template/cards-made.ts';
import type { SourceCard, SourceCardState, SourceNote } from '../format.ts';
import { NoteIds } from '../note-ids.ts';
import { textNoteType, type TextLayout } from '../note-types.ts';
import type { Oddities } from '../oddities.ts';
import { deckName, tagsIn } from '../texts.ts';
import type { MnemosyneCard, MnemosyneFact } from './collection.ts';

const DAY_MS = 86_400_000;
/** `[gap:hint]`, but formulas and sounds. */
const GAP = /\[(?!\/?(?:\$\$?|latex|sound:))([^[\]]+)\]/g;
const HINT = /:(?!\/\/)/;
const MAX_INTERVAL_DAYS = 36_500;
const MAX_AT = Date.UTC(2200);

interface Shape {
  readonly name: string;
  readonly layout: TextLayout;
  /** Keys of the fact, and what their fields are called. */
  readonly fields: readonly (readonly [key: string, name: string])[];
}

/** Sentences are asked as a whole and by their gaps; a note has gaps or it has not. */
const SENTENCE = '6';
const GAPS_OF_SENTENCE = '6 gaps';

const SHAPES: Readonly<Record<string, Shape>> = {
  1: {
    name: 'Front-to-back only',
    layout: 'one-way',
    fields: [
      ['f', 'Front'],
      ['b', 'Back'],
    ],
  },
  2: {
    name: 'Front-to-back and back-to-front',
    layout: 'both-ways',
    fields: [
      ['f', 'Front'],
      ['b', 'Back'],
    ],
  },
  3: {
    name: 'Vocabulary',
    layout: 'both-ways',
    fields: [
      ['f', 'Foreign word'],
      ['m_1', 'Meaning'],
      ['p_1', 'Pronunciation'],
      ['n', 'Notes'],
    ],
  },
  4: {
    name: 'Map',
    layout: 'both-ways',
    fields: [
      ['marked', 'Marked map'],
      ['loc', 'Location'],
      ['blank', 'Blank map'],
    ],
  },
  5: { name: 'Cloze deletion', layout: 'cloze', fields: [['text', 'Text']] },
  [GAPS_OF_SENTENCE]: {
    name: 'Sentence (gaps)',
    layout: 'cloze',
    fields: [
      ['f', 'Sentence'],
      ['p_1', 'Pronunciation'],
      ['m_1', 'Meaning'],
      ['n', 'Notes'],
    ],
  },
  6: {
    name: 'Sentence',
    layout: 'one-way',
    fields: [
      ['f', 'Sentence'],
      ['p_1', 'Pronunciation'],
      ['m_1', 'Meaning'],
      ['n', 'Notes'],
    ],
  },
};

export interface FactNotes {
  readonly types: readonly NoteType[];
  readonly decks: readonly string[];
  readonly notes: readonly SourceNote[];
  /** When a card was last answered, epoch ms; 0 where none was. */
  readonly lastAt: number;
}

/** @param deck that of what has no category */
export function factNotes(facts: readonly MnemosyneFact[], deck: string, odd: Oddities): FactNotes {
  const types = new Map<string, NoteType>();
  const decks = new Set<string>();
  const ids = new NoteIds();
  const seen = new Set<string>();
  let lastAt = 0;
  const notes = facts.flatMap(parted).flatMap((fact): SourceNote[] => {
    const shape = shapeOf(fact, odd);
    const type = textNoteType(
      shape.name,
      shape.fields.map(([, name]) => name),
      shape.layout,
    );
    const fields = shape.fields.map(([key], i) =>
      htmlOf(fact.data.get(key) ?? '', shape.layout === 'cloze' && i === 0),
    );
    const first = fields.find((field) => field !== '') ?? '';
    const own = deckName(fact.category === '' || fact.category === '<default>' ? deck : `${deck}::${fact.category}`);
    const ordinals = cardsMadeBy(type, { fields, tags: [] });
    if (ordinals.length === 0) return (odd.add('note-without-cards', first.slice(0, 60) || (fact.id ?? '')), []);
    const isAgain = fact.id !== null && seen.has(fact.id);
    if (isAgain) odd.add('duplicate-guid', first.slice(0, 60));
    const id = fact.id === null || isAgain ? ids.of(own, first) : fact.id;
    seen.add(id);
    types.set(type.id, type);
    decks.add(own);
    for (const card of fact.cards) if (card.lastAt < MAX_AT && card.grade >= 0) lastAt = Math.max(lastAt, card.lastAt);
    const { createdAt, modifiedAt } = fact;
    const tags = tagsIn('', fact.tags);
    return [
      {
        note: { id, content: { kind: 'fields', typeId: type.id, fields }, tags, createdAt, modifiedAt },
        space: 'text',
        cards: ordinals.map((ordinal) =>
          cardOf(
            ordinal,
            own,
            fact.cards.find((card) => card.ordinal === ordinal),
          ),
        ),
      },
    ];
  });
  return { types: [...types.values()], decks: [...decks], notes, lastAt };
}

/** The whole sentence, and its gaps if it has some. */
function parted(fact: MnemosyneFact): MnemosyneFact[] {
  const [kind = '', ...more] = fact.cardType.split('::');
  if (kind !== SENTENCE) return [fact];
  const text = fact.data.get('f') ?? '';
  const asked = text.replaceAll(GAP, (_, gap: string) => gap.split(HINT, 1)[0]!);
  const whole = {
    ...fact,
    data: new Map([...fact.data, ['f', asked]]),
    cards: fact.cards.filter(({ ordinal }) => ordinal === 0),
  };
  if (asked === text) return [whole];
  const cards = fact.cards.filter(({ ordinal }) => ordinal > 0).map((card, ordinal) => ({ ...card, ordinal }));
  const id = fact.id === null ? null : `${fact.id}.gaps`;
  return [whole, { ...fact, id, cardType: [GAPS_OF_SENTENCE, ...more].join('::'), cards }];
}

/** A kind that a plug-in made has its values one below the other. */
function shapeOf({ cardType, data }: MnemosyneFact, odd: Oddities): Shape {
  const known = SHAPES[cardType.split('::')[0]!];
  if (known) return known;
  odd.add('kind-unknown', cardType);
  return { name: `Mnemosyne ${cardType}`, layout: 'one-way', fields: [...data.keys()].sort().map((key) => [key, key]) };
}

function cardOf(ordinal: number, deckId: string, card: MnemosyneCard | undefined): SourceCard {
  const state = card && stateOf(card);
  return { ordinal, deckId, ...(card && card.id !== '' && { sourceId: card.id }), ...(state && { state }) };
}

function stateOf({ grade, easiness, reps, lapses, lastAt, nextAt }: MnemosyneCard): SourceCardState | null {
  if (!(grade >= 0) || reps <= 0 || !(nextAt > 0 && nextAt < MAX_AT)) return null;
  const ease = easiness >= 1.3 && easiness < 10 ? { ease: easiness } : {};
  if (grade < 2)
    return { phase: lapses > 0 ? 'relearning' : 'learning', dueAt: nextAt, intervalDays: 0, reps, lapses, ...ease };
  const intervalDays = Math.min(MAX_INTERVAL_DAYS, Math.max(1, Math.round((nextAt - lastAt) / DAY_MS)));
  return { phase: 'review', dueDay: Math.floor(nextAt / DAY_MS), intervalDays, reps, lapses, ...ease };
}

/** Files are known by their names without folders. */
const nameIn = (path: string) => path.split(/[/\\]/).at(-1) ?? path;

/** Their texts are HTML whose lines stand as they are. `[gap:hint]` is a gap. */
function htmlOf(text: string, hasGaps: boolean): string {
  const html = text
    .replaceAll('\0', '')
    .normalize('NFC')
    .trim()
    .replaceAll(/\r\n?|\n/g, '<br>')
    .replaceAll(/<(\/?)(\$\$?|latex)>/g, '[$1$2]')
    .replaceAll(
      /<(?:audio|video)\b[^>]*?\bsrc="([^"]*)"[^>]*>(?:\s*<\/(?:audio|video)>)?/gi,
      (_, source: string) => `[sound:${nameIn(source)}]`,
    )
    .replaceAll(
      /(<img\b[^>]*?\bsrc=")([^":]*)(")/gi,
      (_, before: string, source: string, after: string) => `${before}${nameIn(source)}${after}`,
    );
  if (!hasGaps) return html;
  let number = 0;
  return html.replaceAll(GAP, (_, gap: string) => {
    const [answer, hint] = gap.split(HINT, 2) as [string, string | undefined];
    return `{{c${++number}::${answer}${hint === undefined ? '' : `::${hint}`}}}`;
  });
}
