import type { Output } from '../../api/contract.ts';
import { CARD_STATES } from '../../domain/query/query.ts';
import { QUESTION_KINDS } from '../../domain/question.ts';
import { sortKey } from '../../domain/text/sort-key.ts';
import { namesAlong } from '../library/card-ids.ts';
import type { Found } from './find-cards.ts';

type Facets = Output<'card.facets'>;
const FLAGS = 8;

/** What the cards that were found can be told apart by, with how many there are of each. */
export function facetsOf({ all, isFound, total, facts }: Found): Facets {
  const { notes } = all;
  const inCourse = new Float64Array(all.courses.length);
  const ofKind = new Float64Array(QUESTION_KINDS.length);
  const withTags = new Float64Array(notes.tagSets.length);
  const ofType = new Float64Array(notes.types.length);
  const withFlag = new Float64Array(FLAGS);
  const inState = new Float64Array(CARD_STATES.length);
  for (let row = 0; row < isFound.length; row++) {
    if (isFound[row] === 0) continue;
    const note = all.note[row]!;
    inCourse[all.course[row]!]! += 1;
    ofKind[all.kind[row]!]! += 1;
    withTags[notes.tagSet[note]!]! += 1;
    ofType[notes.type[note]!]! += 1;
    withFlag[all.standing.flag[row]!]! += 1;
    facts.row = row;
    for (let state = 0; state < CARD_STATES.length; state++) if (facts.is(CARD_STATES[state]!)) inState[state]! += 1;
  }
  return {
    total,
    courses: coursesOf(all.courses, inCourse),
    tags: tagsOf(notes.tagSets, withTags),
    states: CARD_STATES.map((state, i) => ({ state, cards: inState[i]! })),
    flags: [...withFlag].map((cards, flag) => ({ flag, cards })),
    kinds: QUESTION_KINDS.flatMap((kind, i) => (ofKind[i]! > 0 ? [{ kind, cards: ofKind[i]! }] : [])),
    noteTypes: typesOf(notes.types, ofType),
  };
}

function coursesOf(courses: Found['all']['courses'], counts: Float64Array): Facets['courses'] {
  const own = new Map(courses.map(({ id }, place) => [id, counts[place]!]));
  return courses.flatMap((course) => {
    const cards = [course.id, ...(course.below ?? [])].reduce((sum, id) => sum + (own.get(id) ?? 0), 0);
    const name = 'name' in course && typeof course.name === 'string' ? course.name : null;
    return cards > 0 ? [{ id: course.id, title: course.title, name, cards }] : [];
  });
}

/** A card counts once for a tag, whether it has it or several below it. */
function tagsOf(tagSets: Found['all']['notes']['tagSets'], counts: Float64Array): Facets['tags'] {
  const byName = new Map<string, number>();
  for (const [place, tags] of tagSets.entries()) {
    if (counts[place] === 0) continue;
    for (const name of new Set(tags.flatMap(namesAlong))) byName.set(name, (byName.get(name) ?? 0) + counts[place]!);
  }
  return [...byName]
    .map(([name, cards]) => ({ name, cards, key: name.split('::').map(sortKey) }))
    .sort((a, b) => compareAlong(a.key, b.key))
    .map(({ name, cards }) => ({ name, cards }));
}

/** Part by part, so that each name stands behind the one it lies below. */
function compareAlong(ones: readonly string[], others: readonly string[]): number {
  for (const [i, one] of ones.entries()) {
    const other = others[i];
    if (other === undefined) return 1;
    if (one !== other) return one < other ? -1 : 1;
  }
  return ones.length - others.length;
}

/** Types of different packs that are called alike are one to the learner. */
function typesOf(types: Found['all']['notes']['types'], counts: Float64Array): Facets['noteTypes'] {
  const byName = new Map<string, number>();
  for (const [place, { name }] of types.entries())
    if (counts[place]! > 0) byName.set(name, (byName.get(name) ?? 0) + counts[place]!);
  return [...byName].map(([name, cards]) => ({ name, cards })).sort((a, b) => b.cards - a.cards);
}
