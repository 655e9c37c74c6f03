import type { CardView } from '../../../core/api/contract.ts';

/** How a card is answered: as its kind says, and on a picture by typing, choosing, pointing or placing labels. */
export type AnswerForm = Exclude<CardView['kind'], 'label'> | 'point' | 'place';

export function formOf({ kind, label, options }: Pick<CardView, 'kind' | 'label' | 'options'>): AnswerForm {
  if (kind !== 'label') return kind;
  switch (label?.task) {
    case 'find':
      return 'point';
    case 'place':
      return 'place';
    default:
      return options ? 'choice' : 'typed';
  }
}
