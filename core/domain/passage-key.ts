/** A section of a lesson of any course, as a question names it that was made while reading. */
export interface SectionName {
  readonly courseId: string;
  readonly lessonId: string;
  readonly sectionId: string;
}

const PARTS = 3;

/** How evidence names it: three parts with a slash between them, where a passage of the question's own course has one part. */
export const passageKeyOf = ({ courseId, lessonId, sectionId }: SectionName): string =>
  [courseId, lessonId, sectionId].map(encodeURIComponent).join('/');

/** Null for evidence of another sort. */
export function splitPassageKey(evidence: string): SectionName | null {
  const parts = evidence.split('/');
  if (parts.length !== PARTS || parts.includes('')) return null;
  try {
    const [courseId = '', lessonId = '', sectionId = ''] = parts.map(decodeURIComponent);
    return { courseId, lessonId, sectionId };
  } catch {
    return null;
  }
}
