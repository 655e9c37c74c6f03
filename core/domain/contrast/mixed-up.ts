import type { CardId } from '../ids.ts';
import type { Bilingual } from '../question.ts';
import { boundOf, tailsOf, type Seen } from './chance.ts';
import { Ideas, type AskedCard, type Idea } from './ideas.ts';
import { mistakesIn, type Mistake, type WrongAnswer } from './mistakes.ts';

/** One of two things that are mixed up. */
interface MixedUpSide {
  readonly text: Bilingual;
  /** Cards that ask for it, those that were answered wrong first; none where it is only offered as an option. */
  readonly cards: readonly CardId[];
}

/** Two things this learner takes for one another, more often than by chance. */
export interface MixedUp {
  readonly sides: readonly [MixedUpSide, MixedUpSide];
  /** Oldest first. */
  readonly evidence: readonly Mistake[];
  /** How likely chance alone would make as many of so many mistakes, 0 to 1. */
  readonly chance: number;
}

/** Fewer observations are no pair. */
const LEAST = 2;
/** Share of the pairs found that may be there by chance; half of what is promised, since mistakes are not quite independent. */
const FALSE_SHARE = 0.025;

interface Pair {
  readonly ideas: readonly [Idea, Idea];
  readonly chances: number[];
  readonly evidence: Mistake[];
}

/**
 * The pairs a learner mixes up in a course, the latest first.
 *
 * Every wrong answer is a trial for each thing that could have been given in the place of the right one: by chance each would be
 * given alike. A pair counts when one was given for the other at least twice, in either direction, and so often that of all the
 * pairs that count one in twenty at most is chance (see `boundOf`).
 */
export function mixedUp(cards: readonly AskedCard[], wrong: ReadonlyMap<CardId, readonly WrongAnswer[]>): MixedUp[] {
  const ideas = new Ideas(cards);
  const mistakes = cards.flatMap((card) =>
    (wrong.get(card.cardId) ?? []).flatMap((answer) => mistakesIn(card, answer, ideas)),
  );
  const pairs = pairsOf(mistakes);
  const tails = tailsBySignature();
  const judged = pairs.map((pair) => ({ pair, tails: tails(pair.chances) }));
  const bound = boundOf(seenOf(judged), FALSE_SHARE, LEAST);
  return judged
    .flatMap(({ pair, tails: own }) => {
      const chance = own[pair.evidence.length]!;
      return pair.evidence.length >= LEAST && chance <= bound ? [foundOf(pair, chance)] : [];
    })
    .sort((a, b) => lastOf(b) - lastOf(a));
}

const lastOf = ({ evidence }: MixedUp): number => evidence.at(-1)!.answer.at;

function foundOf({ ideas, evidence }: Pair, chance: number): MixedUp {
  const sorted = [...evidence].sort((a, b) => a.answer.at - b.answer.at);
  const sideOf = (idea: Idea): MixedUpSide => {
    const missed = sorted.filter(({ expected }) => expected === idea).map(({ cardId }) => cardId);
    return { text: idea.text, cards: [...new Set([...missed, ...idea.cards])] };
  };
  return { sides: [sideOf(ideas[0]), sideOf(ideas[1])], evidence: sorted, chance };
}

/** Every pair that could have been seen, with its trials. */
function pairsOf(mistakes: readonly Mistake[]): Pair[] {
  const numbers = new Map<Idea, number>();
  const numberOf = (idea: Idea): number => {
    const number = numbers.get(idea) ?? numbers.size;
    numbers.set(idea, number);
    return number;
  };
  const pairs = new Map<string, Pair>();
  for (const mistake of mistakes) {
    const { expected, given, alternatives } = mistake;
    const others = [...new Set(alternatives)].filter((idea) => idea !== expected);
    for (const other of others) {
      const [one, two] = numberOf(expected) < numberOf(other) ? [expected, other] : [other, expected];
      const key = `${numberOf(one)} ${numberOf(two)}`;
      const pair = pairs.get(key) ?? { ideas: [one, two], chances: [], evidence: [] };
      pairs.set(key, pair);
      pair.chances.push(1 / Math.max(others.length, FEWEST_OTHERS));
      if (other === given) pair.evidence.push(mistake);
    }
  }
  return [...pairs.values()];
}

/** With one other thing to give, giving it says nothing; what is written freely can always be something else as well. */
const FEWEST_OTHERS = 2;

/** Pairs with the same trials have the same tails; most have. */
function tailsBySignature() {
  const known = new Map<string, number[]>();
  return (chances: readonly number[]): number[] => {
    const sorted = [...chances].sort((a, b) => a - b);
    const signature = sorted.join();
    const tails = known.get(signature) ?? tailsOf(sorted);
    known.set(signature, tails);
    return tails;
  };
}

function seenOf(judged: readonly { readonly pair: Pair; readonly tails: readonly number[] }[]): Seen[] {
  const counted = new Map<readonly number[], Map<number, number>>();
  for (const { pair, tails } of judged) {
    const byTimes = counted.get(tails) ?? new Map<number, number>();
    byTimes.set(pair.evidence.length, (byTimes.get(pair.evidence.length) ?? 0) + 1);
    counted.set(tails, byTimes);
  }
  return [...counted].flatMap(([tails, byTimes]) => [...byTimes].map(([times, alike]) => ({ times, tails, alike })));
}
