import type { SourceCardState, SourceReview } from '../format.ts';
import type { FieldNotes } from '../markdown/field-notes.ts';
import { gapMark, markdownAsHtml, withoutMarks } from '../markdown/html.ts';
import type { Oddities } from '../oddities.ts';
import { deckName, tagsIn } from '../texts.ts';
import { mochiCard, mochiReview, type MochiCard, type MochiData, type MochiReview } from './data.ts';

const DAY_MS = 86_400_000;
const MAX_INTERVAL_DAYS = 36_500;
const MAX_DEPTH = 50;

/** Puts all cards of an export into `notes`. @returns their reviews, oldest first */
export function addMochiCards(data: MochiData, notes: FieldNotes, odd: Oddities): SourceReview[] {
  const names = deckNames(data);
  const templates = new Map(data.templates.map((template) => [template.id, template]));
  const seen = new Set<string>();
  const reviews: SourceReview[] = [];
  for (const [i, deck] of data.decks.entries()) {
    if (deck['trashed?']) continue;
    for (const read of deck.cards) {
      const card = mochiCard(read);
      if (!card) {
        odd.add('row-unreadable', deck.name);
        continue;
      }
      if (card['trashed?']) continue;
      const template = templates.get(card['template-id'] ?? '');
      const content = template && card.content.trim() === '' ? filled(template, card) : card.content;
      const isAgain = card.id !== undefined && seen.has(card.id);
      if (isAgain) odd.add('duplicate-guid', card.id!);
      const id = isAgain ? undefined : card.id;
      if (id !== undefined) seen.add(id);
      const answered = id === undefined ? [] : answersOf(card, odd);
      const before = notes.notes.length;
      addContent(notes, content, {
        deck: names[i]!,
        tags: tagsIn('', card.tags),
        id,
        state: stateOf(answered.at(-1), answered),
      });
      if (notes.notes.length > before) reviews.push(...answered.map((review) => reviewOf(review, id!)));
    }
  }
  return reviews.sort((a, b) => a.at - b.at);
}

/** Adds one card that is written in Mochi's Markdown: its sides stand between lines `---`. */
export function addContent(
  notes: FieldNotes,
  content: string,
  {
    deck,
    tags,
    id,
    state = null,
  }: { deck: string; tags: readonly string[]; id?: string | undefined; state?: SourceCardState | null },
): void {
  const [front = '', ...rest] = withoutMarks(content.replaceAll(/\r\n?/g, '\n')).split(/^---[ \t]*$/m);
  const back = rest.join('\n\n').trim();
  const first = front.trim();
  const same = {
    deck,
    tags,
    place: first.slice(0, 60),
    first,
    ...(id !== undefined && { id, sourceId: id }),
    ...(state && { states: [state] }),
  };
  const gapped = withGaps(first);
  if (gapped === first)
    notes.add({ ...same, layout: 'one-way', fields: [markdownAsHtml(first), markdownAsHtml(back)] });
  else notes.add({ ...same, layout: 'cloze', fields: [markdownAsHtml(gapped), markdownAsHtml(back)] });
}

/** `{{gap}}` is a card of its own, `{{2::gap}}` belongs to the second. */
function withGaps(text: string): string {
  let number = 0;
  return text.replaceAll(
    /`[^`\n]*`|\{\{(?:c?(\d{1,3})::)?((?:(?!\}\}|\{\{)[^\n])+)\}\}/g,
    (whole, told?: string, gap?: string) => {
      if (gap === undefined) return whole;
      number = told === undefined ? number + 1 : Number(told);
      return gapMark({ number: Math.max(1, number), text: gap });
    },
  );
}

function filled({ content, fields }: MochiData['templates'][number], card: MochiCard): string {
  const values = new Map(
    Object.entries(card.fields).map(([id, { value }]) => [
      fields[id]?.name ?? id,
      typeof value === 'string' ? value : '',
    ]),
  );
  return content.replaceAll(
    /<<\s*([^<>\n]+?)\s*>>/g,
    (_, name: string) => values.get(name) ?? values.get(name.toLowerCase()) ?? '',
  );
}

function deckNames({ decks }: MochiData): string[] {
  const byId = new Map(decks.map((deck) => [deck.id, deck]));
  return decks.map((deck) => {
    const names: string[] = [];
    for (
      let at: typeof deck | undefined = deck;
      at && names.length < MAX_DEPTH;
      at = at['parent-id'] === undefined ? undefined : byId.get(at['parent-id'])
    )
      names.unshift(at.name.replaceAll('::', ':'));
    return deckName(names.join('::'));
  });
}

function answersOf(card: MochiCard, odd: Oddities): MochiReview[] {
  const read = card.reviews.map(mochiReview);
  for (const review of read) if (!review) odd.add('review-unreadable', card.id ?? '');
  return read.filter((review) => review !== null).sort((a, b) => a.date - b.date);
}

const reviewOf = ({ date, 'remembered?': isRemembered }: MochiReview, card: string): SourceReview => ({
  source: `mochi:${date}`,
  card,
  at: date,
  grade: isRemembered ? 3 : 1,
  elapsedMs: 0,
  isScheduling: true,
});

function stateOf(last: MochiReview | undefined, all: readonly MochiReview[]): SourceCardState | null {
  if (last?.due === undefined || Number.isNaN(last.due) || last.interval === undefined) return null;
  const lapses = all.filter((review, i) => i > 0 && !review['remembered?']).length;
  const intervalDays = Math.min(MAX_INTERVAL_DAYS, Math.max(1, Math.round(last.interval)));
  return { phase: 'review', dueDay: Math.floor(last.due / DAY_MS), intervalDays, reps: all.length, lapses };
}
