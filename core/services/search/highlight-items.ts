import type { Progress } from '../../domain/progress.ts';
import { highlightsOf, placeOf } from '../../domain/highlights.ts';
import type { Catalog } from '../courses/catalog.ts';
import { withForms, type CourseItem } from './course-items.ts';

/** Passages that the learner marked, with what they wrote at them, as they are now: few, so made anew for each search. */
export function highlightItems(catalog: Catalog, progress: Pick<Progress, 'records'>): CourseItem[] {
  return highlightsOf(progress).flatMap((highlight) => {
    const { id, courseId, lessonId, quote, note } = highlight;
    const course = catalog.courses.find((one) => one.id === courseId);
    if (!course) return [];
    const lesson = course.lessons.find((one) => one.id === lessonId) ?? null;
    const sectionId = (lesson && placeOf(lesson, highlight)?.sectionId) ?? null;
    return [
      withForms({
        ...{ course, lesson, title: { th: quote, en: quote }, texts: note === '' ? [] : [note] },
        address: { kind: 'highlight', courseId, lessonId, sectionId, highlightId: id },
      }),
    ];
  });
}
