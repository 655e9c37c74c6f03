import { searchForm } from '../text/search-form.ts';
import type { PlainCard } from './plain-card.fixture.ts';
import type { Pattern, Query, Term } from './query.ts';

/** Which of some cards a query finds: by sets, and by regular expressions instead of patterns. As slow as it is plain. */
export function slowlyFound(query: Query, cards: readonly PlainCard[]): Set<PlainCard> {
  switch (query.kind) {
    case 'all':
      return new Set(cards);
    case 'and':
      return query.parts
        .map((part) => slowlyFound(part, cards))
        .reduce((some, others) => new Set([...some].filter((card) => others.has(card))), new Set(cards));
    case 'or':
      return new Set(query.parts.flatMap((part) => [...slowlyFound(part, cards)]));
    case 'not': {
      const others = slowlyFound(query.part, cards);
      return new Set(cards.filter((card) => !others.has(card)));
    }
    default:
      return new Set(cards.filter((card) => isTrue(query, card)));
  }
}

const source = (pattern: Pattern): string =>
  pattern.map((piece) => searchForm(piece).replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('[^]*');
const whole = (pattern: Pattern, text: string): boolean =>
  new RegExp(`^${source(pattern)}$`, 'u').test(searchForm(text));
const nested = (pattern: Pattern, name: string): boolean =>
  name.split('::').some((_, i, parts) => whole(pattern, parts.slice(0, i + 1).join('::')));

const COMPARED: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => b > a,
  '>': (a, b) => b < a,
  '=': (a, b) => !(a < b) && !(a > b),
  '<=': (a, b) => !(a > b),
  '>=': (a, b) => !(a < b),
  '!=': (a, b) => a < b || a > b,
};

function isTrue(term: Term, card: PlainCard): boolean {
  const texts = Object.values(card.fields).map(searchForm);
  switch (term.kind) {
    case 'text':
      return term.text.every(
        (piece) => texts.some((text) => text.split(searchForm(piece).trim()).length > 1) || piece.trim() === '',
      );
    case 'deck':
      return nested(term.name, card.deck);
    case 'tag':
      return card.tags.some((tag) => nested(term.name, tag));
    case 'note':
      return whole(term.name, card.type);
    case 'kind':
      return [card.kind].includes(term.questions);
    case 'is':
      return new Set(card.states).has(term.state);
    case 'flag':
      return Array.from({ length: 8 }, (_, i) => i)
        .slice(term.from, term.to + 1)
        .includes(card.flag);
    case 'due':
      return !Number.isNaN(card.due) && !(card.due < term.from) && !(card.due > term.to);
    case 'added':
    case 'edited':
      return !Number.isNaN(card[term.kind]) && card[term.kind] + 1 <= term.days;
    case 'rated':
      return (
        card.ratings.filter(([ago, grade]) => ago + 1 <= term.days && [null, grade].includes(term.grade)).length > 0
      );
    case 'prop': {
      const value = card.numbers[term.property];
      return !Number.isNaN(value) && COMPARED[term.comparison]!(value, term.value);
    }
    case 'field':
      return Object.keys(card.fields)
        .filter((name) => searchForm(name) === searchForm(term.field))
        .some((name) => whole(term.value, card.fields[name]!));
  }
}
