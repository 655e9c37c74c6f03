import type { Client } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import { ByCourse } from '../courses/by-course.ts';

/** What the pictures of each course are drawn from. */
export class CoursePictures extends ByCourse<Output<'course.pictures'>> {
  constructor({ call }: { readonly call: Client }) {
    super((courseId) => call('course.pictures', { courseId }));
  }
}
