import { parseQuery } from '../../../../core/domain/query/parse.ts';
import { printQuery } from '../../../../core/domain/query/print.ts';
import type { Query, Term } from '../../../../core/domain/query/query.ts';
import { typedQuery } from '../../../../core/domain/text/needle.ts';
import { askHref, browseHref } from '../../app/address.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';

/**
 * The cards that are meant by what was typed, as docs/query.md has it: a query with a filter in it as it stands, any other text word by
 * word. Null where nothing was typed.
 */
export function cardQuery(typed: string): { readonly query: string; readonly hasFilter: boolean } | null {
  const { query } = parseQuery(typed);
  if (query && hasFilter(query)) return { query: typed, hasFilter: true };
  const words = typedQuery(typed)?.words.map(({ readings: [first] }): Term => ({ kind: 'text', text: [first.text] }));
  if (!words) return null;
  return { query: printQuery(words.length === 1 ? words[0]! : { kind: 'and', parts: words }), hasFilter: false };
}

function hasFilter(query: Query): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.parts.some(hasFilter);
    case 'not':
      return hasFilter(query.part);
    default:
      // A colon stands in many texts that name no field.
      return !['text', 'all', 'field'].includes(query.kind);
  }
}

/** What can be done with all cards that are found; below everything else, and counted nowhere. */
export function cardActions(typed: string, query: string): PaletteGroup {
  const plain = (text: string) => ({ text, marks: [] });
  const item = (id: string, icon: PaletteItem['icon'], title: string, hotkey: string, to: string): PaletteItem => ({
    ...{ id, icon, title: plain(title), detail: null, place: '', hotkey, to },
  });
  return {
    ...{ kind: 'cards', best: Infinity, total: 0 },
    items: [
      item(
        'cards-review',
        'review',
        t('search.reviewOnly', typed),
        t('search.key.review'),
        askHref('review', { query }),
      ),
      item('cards-browse', 'find', t('search.browseAll'), t('search.key.browse'), browseHref(query)),
    ],
  };
}
