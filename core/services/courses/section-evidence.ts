import type { Evidence } from '../../api/contract.ts';
import { blockTexts } from '../../domain/block-texts.ts';
import type { Block, Course } from '../../domain/course.ts';

/** Signs of a section that are shown as what it says. */
const MOST = 280;

/** Of a course that has no source: the sections that a question rests on, each by what it begins with. @param ids `<lesson>/<section>`; of those that are gone nothing is said */
export function sectionEvidence({ lessons }: Pick<Course, 'lessons'>, ids: readonly string[]): Evidence[] {
  return ids.flatMap((id) => {
    const [lessonId = '', sectionId = ''] = id.split('/');
    const section = lessons.find((lesson) => lesson.id === lessonId)?.sections.find((one) => one.id === sectionId);
    if (!section) return [];
    const { heading, blocks } = section;
    return [{ id, gist: { th: begin(blocks.th), en: begin(blocks.en) }, section: { lessonId, sectionId, heading } }];
  });
}

function begin(blocks: readonly Block[]): string {
  const text = blockTexts(blocks).join(' ').trim();
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`;
}
