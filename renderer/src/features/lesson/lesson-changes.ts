import type { Sent } from '../../../../core/api/contract.ts';

/** A text in both languages, whether or not it is written. */
export interface Text {
  th: string;
  en: string;
}
/** A section as it is written. */
export interface SectionForm {
  readonly id: string;
  heading: Text;
  text: Text;
}
/** All that is written of a lesson, plain: a draft is this as JSON. */
export interface WrittenForm {
  readonly title: Text;
  readonly sections: readonly SectionForm[];
}

export const LANGUAGES = ['th', 'en'] as const;
export const noText = (): Text => ({ th: '', en: '' });

type Change = Omit<Sent<'lesson.set'>, 'courseId' | 'lessonId'>;

/** What is to be sent: only what was written here, so that what came from elsewhere meanwhile stays. Null: nothing. */
export function changesOf(before: WrittenForm, after: WrittenForm): Change | null {
  const known = new Map(before.sections.map((section) => [section.id, section]));
  const sections = after.sections.flatMap(({ id, heading, text }) => {
    const old = known.get(id);
    const changed = {
      ...{ heading: textChange(old?.heading ?? noText(), heading), text: textChange(old?.text ?? noText(), text) },
    };
    if (old && !changed.heading && !changed.text) return [];
    return [{ id, ...(changed.heading && { heading: changed.heading }), ...(changed.text && { text: changed.text }) }];
  });
  const ids = after.sections.map(({ id }) => id);
  const removed = before.sections.flatMap(({ id }) => (ids.includes(id) ? [] : [id]));
  const kept = before.sections.map(({ id }) => id).filter((id) => ids.includes(id));
  const title = textChange(before.title, after.title);
  const change: Change = {
    ...(title && { title }),
    ...(sections.length > 0 && { sections }),
    ...(ids.join() !== kept.join() && { order: ids }),
    ...(removed.length > 0 && { removed }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

function textChange(before: Text, after: Text): Partial<Text> | null {
  const changed = LANGUAGES.filter((language) => before[language] !== after[language]);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((language) => [language, after[language]]));
}
