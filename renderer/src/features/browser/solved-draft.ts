import type { Outcome, Output } from '../../../../core/api/contract.ts';
import { pick } from '../../i18n/locale.svelte.ts';
import type { AnswerDraft } from '../../question/answer-draft.svelte.ts';
import { formOf } from '../../question/answer-form.ts';

type Parts = Outcome['parts'];
type Labels = NonNullable<Output<'card.preview'>['card']['options']>;

/**
 * Enters what is right, as far as its parts say it, so that nothing is shown as left out.
 * @returns the parts as they are then
 */
export function enterSolution(draft: AnswerDraft, parts: Parts): Parts {
  const { card } = draft;
  switch (formOf(card)) {
    case 'choice':
    case 'choices':
      draft.chosen = parts.filter(({ right }) => !right).map(({ id }) => id);
      return parts.map((part) => ({ ...part, right: true }));
    case 'cloze':
      draft.blanks = parts.map(({ expected }) => (expected ? pick(expected) : ''));
      return parts.map((part) => (part.expected ? solved(part) : part));
    case 'match':
      return paired(draft, parts, card.right ?? []);
    case 'place':
      return paired(draft, parts, card.options ?? []);
    default:
      return parts;
  }
}

const solved = ({ id }: Parts[number]): Parts[number] => ({ id, right: true });

/** What belongs to a side is named by its text. */
function paired(draft: AnswerDraft, parts: Parts, others: Labels): Parts {
  const partnerOf = ({ expected }: Parts[number]) =>
    others.find(({ text }) => text.en === expected?.en && text.th === expected.th)?.id;
  draft.pairs = Object.fromEntries(
    parts.flatMap((part) => {
      const partner = partnerOf(part);
      return partner === undefined ? [] : [[part.id, partner] as const];
    }),
  );
  return parts.map((part) => (partnerOf(part) === undefined ? part : solved(part)));
}
