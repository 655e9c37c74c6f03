import type { Client } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import { Loaded } from '../app/loaded.svelte.ts';

export type GoalOf = {
  readonly courseId: string;
  readonly kind: Output<'library.list'>['courses'][number]['kind'];
  readonly title: Output<'library.list'>['courses'][number]['title'];
} & Output<'plan.goal'>;

/**
 * What the courses are learned for, and what can be expected of it. Of decks those at the top: there may be hundreds inside, and each is
 * a question to the host.
 */
export class CourseGoals extends Loaded<readonly GoalOf[]> {
  constructor({ call }: { readonly call: Client }) {
    super(async () => {
      const { courses } = await call('library.list', {});
      return Promise.all(
        courses
          .filter(({ kind, parentId }) => kind === 'course' || parentId === null)
          .map(async ({ id: courseId, kind, title }) => ({
            courseId,
            kind,
            title,
            ...(await call('plan.goal', { courseId })),
          })),
      );
    });
  }
}
