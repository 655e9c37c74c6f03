import type { Client } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import { Loaded } from '../app/loaded.svelte.ts';

export type GoalOf = {
  readonly courseId: string;
  readonly title: Output<'library.list'>['courses'][number]['title'];
} & Output<'plan.goal'>;

/** What the courses are learned for, and what can be expected of it. */
export class CourseGoals extends Loaded<readonly GoalOf[]> {
  constructor({ call }: { readonly call: Client }) {
    super(async () => {
      const { courses } = await call('library.list', {});
      return Promise.all(
        courses.map(async ({ id: courseId, title }) => ({
          courseId,
          title,
          ...(await call('plan.goal', { courseId })),
        })),
      );
    });
  }
}
