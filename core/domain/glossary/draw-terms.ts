import type { CardId } from '../ids.ts';
import { shuffled } from '../random.ts';

/** What was answered to one question about a term, oldest first. */
interface AskedForm {
  readonly cardId: CardId;
  readonly answers: readonly { readonly at: number; readonly right: boolean }[];
}
/** A term with its questions, the easiest first. */
export interface AskedTerm {
  readonly termId: string;
  readonly forms: readonly AskedForm[];
}

/**
 * A round of the glossary quiz: the terms least known, one question of each. First those whose last answer was wrong, then those never
 * asked, then the others by how often in a row they were right, the longest ago first. Of a term the question is asked that
 * was right the fewest times, the easiest of those.
 * @param seed decides between equals, and the order of asking
 */
export function drawTerms(terms: readonly AskedTerm[], count: number, seed: string): CardId[] {
  const chosen = shuffled(terms, seed)
    .map((term) => ({ term, ...known(term) }))
    .sort((a, b) => a.rank - b.rank || a.lastAt - b.lastAt)
    .slice(0, count);
  return shuffled(
    chosen.flatMap(({ term }) => formOf(term)),
    `${seed}/order`,
  );
}

function known({ forms }: AskedTerm): { readonly rank: number; readonly lastAt: number } {
  const answers = forms.flatMap((form) => form.answers).sort((a, b) => a.at - b.at);
  const last = answers.at(-1);
  if (!last) return { rank: 0, lastAt: 0 };
  const inARow = answers.length - 1 - answers.findLastIndex(({ right }) => !right);
  return { rank: last.right ? inARow : -1, lastAt: last.at };
}

function formOf({ forms }: AskedTerm): CardId[] {
  const rightOf = ({ answers }: AskedForm) => answers.filter(({ right }) => right).length;
  const least = Math.min(...forms.map(rightOf));
  const form = forms.find((one) => rightOf(one) === least);
  return form ? [form.cardId] : [];
}
