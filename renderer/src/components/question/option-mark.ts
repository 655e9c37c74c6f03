import type { CardView, Outcome } from '../../../../core/api/contract.ts';

/** How an option is shown after the answer: chosen and right, chosen and wrong, or not chosen though right. */
export type OptionMark = 'right' | 'wrong' | 'missed' | null;

/** The mark of every option, by id. A part of the outcome says how the option fared, not whether it is the answer. */
export function optionMarks(
  card: CardView,
  outcome: Outcome | null,
  chosen: readonly string[],
): Map<string, OptionMark> {
  const marks = new Map<string, OptionMark>();
  if (!outcome || outcome.tryAgain) return marks;
  const fared = new Map(outcome.parts.map((part) => [part.id, part.right]));
  for (const { id, text } of card.options ?? []) {
    const picked = chosen.includes(id);
    const right = fared.get(id);
    const isAnswer =
      card.kind === 'choice' && outcome.answer
        ? text.en === outcome.answer.en && text.th === outcome.answer.th
        : picked === (right ?? true);
    if (picked) marks.set(id, isAnswer ? 'right' : 'wrong');
    else
      marks.set(id, isAnswer && right !== undefined ? 'missed' : card.kind === 'choice' && isAnswer ? 'missed' : null);
  }
  return marks;
}
