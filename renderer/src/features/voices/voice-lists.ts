import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { ByCourse } from '../../courses/by-course.ts';

/** Who is speaking in the source of each course. */
export class VoiceLists extends ByCourse<Output<'course.voices'>> {
  constructor({ call }: { readonly call: Client }) {
    super((courseId) => call('course.voices', { courseId }));
  }
}
