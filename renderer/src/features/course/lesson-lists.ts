import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { ByCourse } from '../../courses/by-course.ts';

/** The lessons of each course. */
export class LessonLists extends ByCourse<Output<'lesson.list'>> {
  constructor({ call }: { readonly call: Client }) {
    super((courseId) => call('lesson.list', { courseId }));
  }
}
