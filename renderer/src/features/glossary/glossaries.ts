import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { ByCourse } from '../../courses/by-course.ts';

/** The glossary of each course. */
export class Glossaries extends ByCourse<Output<'course.glossary'>> {
  constructor({ call }: { readonly call: Client }) {
    super((courseId) => call('course.glossary', { courseId }));
  }
}
