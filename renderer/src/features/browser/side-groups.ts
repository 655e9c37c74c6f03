import { lastDeckName } from '../../../../core/domain/note/deck-name.ts';
import { pick, t } from '../../i18n/locale.svelte.ts';
import type { SideFacets } from './facets.svelte.ts';
import type { SideTerm } from './filter-terms.ts';

/** A value that cards can be told apart by, with those that lie below it. */
export interface SideValue {
  /** Names it among all of the side. */
  readonly id: string;
  readonly words: string;
  readonly cards: number;
  readonly term: SideTerm;
  readonly below: readonly SideValue[];
}
export interface SideGroup {
  readonly name: 'decks' | 'tags' | 'states' | 'flags' | 'kinds' | 'noteTypes';
  readonly values: readonly SideValue[];
}

/** States stand there though no card is in them: the learner looks for the suspended to see that there is none. */
const ALWAYS: readonly string[] = ['due', 'new', 'suspended', 'leech'];

/** Everything at the side of the list, group by group; a group with nothing to choose is left out. */
export function sideGroups(facets: SideFacets): readonly SideGroup[] {
  const groups: SideGroup[] = [
    { name: 'states', values: statesOf(facets) },
    { name: 'decks', values: decksOf(facets) },
    { name: 'tags', values: nested(facets.tags.map(({ name, cards }) => leafOf('tag', name, cards))) },
    {
      name: 'flags',
      values: facets.flags
        .filter(({ flag, cards }) => flag > 0 && cards > 0)
        .map(({ flag, cards }) => ({
          ...{ id: `flag:${flag}`, words: t(`flag.${flag}` as 'flag.1'), cards, below: [] },
          term: { kind: 'flag', from: flag, to: flag },
        })),
    },
    {
      name: 'kinds',
      values: facets.kinds.map(({ kind, cards }) => ({
        ...{ id: `kind:${kind}`, words: t(`question.${kind}`), cards, below: [] },
        term: { kind: 'kind', questions: kind },
      })),
    },
    { name: 'noteTypes', values: facets.noteTypes.map(({ name, cards }) => leafOf('note', name, cards)) },
  ];
  return groups.filter(({ values }) => values.length > 0);
}

const statesOf = ({ states }: SideFacets): SideValue[] =>
  states
    .filter(({ state, cards }) => state !== 'tagged' && (cards > 0 || ALWAYS.includes(state)))
    .map(({ state, cards }) => ({
      ...{ id: `is:${state}`, words: t(`browse.state.${state}`), cards, below: [] },
      term: { kind: 'is', state },
    }));

/** Courses by their titles, decks by their names in each other. */
function decksOf({ courses }: SideFacets): readonly SideValue[] {
  const own = courses.filter(({ name }) => name === null);
  const decks = courses.filter(({ name }) => name !== null);
  return [
    ...own.map(({ id, title, cards }) => ({ ...leafOf('deck', id, cards), words: pick(title) })),
    ...nested(decks.map(({ name, cards }) => leafOf('deck', name!, cards))),
  ];
}

const leafOf = (kind: 'deck' | 'tag' | 'note', name: string, cards: number): SideValue => ({
  ...{ id: `${kind}:${name}`, words: name, cards, below: [] },
  term: { kind, name: [name] },
});

/** Names nested by `::`, each behind the one it lies below: as trees, each called by its own name. */
function nested(values: readonly SideValue[]): readonly SideValue[] {
  const top: SideValue[] = [];
  const above: { id: string; below: SideValue[] }[] = [];
  for (const value of values) {
    while (above.length > 0 && !value.id.startsWith(`${above.at(-1)!.id}::`)) above.pop();
    const below: SideValue[] = [];
    (above.at(-1)?.below ?? top).push({
      ...value,
      words: above.length > 0 ? lastDeckName(value.words) : value.words,
      below,
    });
    above.push({ id: value.id, below });
  }
  return top;
}
