import { clozeFace, clozeOnly } from './cloze-face.ts';
import { escapeText } from './escape.ts';
import { withReadings } from './furigana.ts';
import type { OcclusionShape } from './occlusion.ts';
import { withoutTags } from './plain-text.ts';
import type { Side } from './problems.ts';

/** Where a filter is at work. */
export interface FilterPlace {
  readonly field: string;
  /** Of the gap that the card asks. */
  readonly number: number;
  readonly side: Side;
  readonly shapes: OcclusionShape[];
}

type Filter = (html: string, place: FilterPlace) => string;

const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['', (html) => html],
  ['text', withoutTags],
  ['furigana', (html) => withReadings(html, 'ruby')],
  ['kanji', (html) => withReadings(html, 'base')],
  ['kana', (html) => withReadings(html, 'reading')],
  ['hint', hint],
  ['cloze', cloze],
  ['cloze-only', (html, { number, side }) => clozeOnly(html, number, side)],
  // Means something together with `type` only.
  ['nc', (html) => html],
]);

/** What a filter makes of a field's HTML; null for a filter that nobody knows. @param name with its options, say `tts en_US` */
export function filtered(name: string, html: string, place: FilterPlace): string | null {
  const filter = FILTERS.get(name);
  if (filter) return filter(html, place);
  const speech = /^tts\s+(\S.*)$/s.exec(name);
  if (speech) return `[anki:tts lang=${speech[1]?.replaceAll(']', '') ?? ''}]${html}[/anki:tts]`;
  // Lists the voices of a machine: nothing that a card shows here.
  return name === 'tts-voices' ? '' : null;
}

/** Shown when the learner asks for it, without a script. */
function hint(html: string, { field }: FilterPlace): string {
  if (html.trim() === '') return '';
  return `<details class="hint"><summary>${escapeText(field)}</summary>${html}</details>`;
}

function cloze(html: string, { number, side, shapes }: FilterPlace): string {
  const face = clozeFace(html, number, side);
  shapes.push(...face.shapes);
  return face.html;
}
