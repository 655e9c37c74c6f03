import type { Output } from '../../api/contract.ts';
import { excerptOf, foundRanges, type Excerpt } from '../../domain/text/found-ranges.ts';
import type { TypedQuery } from '../../domain/text/needle.ts';
import type { CourseItem } from './course-items.ts';

export type Hit = Output<'search.find'>['groups'][number]['hits'][number];
type Language = 'th' | 'en';

/** Signs that are shown of a title, and of a text beside it. */
const TITLE = 200;
const DETAIL = 140;

const asSent = ({ text, marks }: Excerpt) => ({ text, marks: marks.map(([from, to]): [number, number] => [from, to]) });

/** A title, and the text in which what was looked for stands, where the title has nothing of it. */
export function shownTexts(
  title: string,
  texts: readonly string[],
  { phrase, words }: TypedQuery,
): Pick<Hit, 'title' | 'detail'> {
  const inTitle = foundRanges(title, words);
  const shown = asSent(excerptOf(title, inTitle, TITLE));
  if (inTitle.length > 0) return { title: shown, detail: null };
  const others = texts.filter((text) => text !== title);
  const text =
    others.find((one) => foundRanges(one, [phrase]).length > 0) ??
    others.find((one) => foundRanges(one, words).length > 0);
  if (text === undefined) return { title: shown, detail: null };
  const inPhrase = foundRanges(text, [phrase]);
  return {
    title: shown,
    detail: asSent(excerptOf(text, inPhrase.length > 0 ? inPhrase : foundRanges(text, words), DETAIL)),
  };
}

export function hitOfItem(item: CourseItem, query: TypedQuery, language: Language): Hit {
  const other = language === 'th' ? 'en' : 'th';
  return {
    address: item.address,
    ...shownTexts(item.title[language], [item.title[other], ...item.texts], query),
    place: { course: item.course.title[language], lesson: item.lesson?.number ?? null },
  };
}
