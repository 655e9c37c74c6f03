import type { CardView } from '../../../core/api/contract.ts';

/** Is it made of a note, which the learner can change? */
export const isEditable = ({ course }: Pick<CardView, 'course'>): boolean =>
  course.isDeck === true || course.isOwn === true;
