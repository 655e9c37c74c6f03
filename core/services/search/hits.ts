import type { Output } from '../../api/contract.ts';
import { excerptOf, foundRanges, type Excerpt } from '../../domain/text/found-ranges.ts';
import { contains, type Needle, type TypedQuery } from '../../domain/text/needle.ts';
import type { CourseItem } from './course-items.ts';

export type Hit = Output<'search.find'>['groups'][number]['hits'][number];
type Language = 'th' | 'en';

/** Signs that are shown of a title, and of a text beside it. */
const TITLE = 80;
const DETAIL = 100;

const asSent = ({ text, marks }: Excerpt) => ({ text, marks: marks.map(([from, to]): [number, number] => [from, to]) });

/** A text as it is read, and as searches compare it. */
interface Shown {
  readonly text: string;
  readonly form: string;
}

/** A title, and the text in which what was looked for stands, where the title has nothing of it. */
export function shownTexts(
  title: Shown,
  texts: readonly Shown[],
  { phrase, words }: TypedQuery,
): Pick<Hit, 'title' | 'detail'> {
  const holds = ({ form }: Shown, some: readonly Needle[]) => some.some((needle) => contains(form, needle));
  const shown = (text: string, needles: readonly Needle[], most: number) =>
    asSent(excerptOf(text, foundRanges(text, needles), most));
  if (holds(title, words)) return { title: shown(title.text, words, TITLE), detail: null };
  const withPhrase = texts.find((text) => holds(text, [phrase]));
  const other = withPhrase ?? texts.find((text) => holds(text, words));
  return {
    title: shown(title.text, [], TITLE),
    detail: other ? shown(other.text, withPhrase ? [phrase] : words, DETAIL) : null,
  };
}

const THAI = /[ก-๛]/;
/** What the learner reads comes before the same in the other language. */
function inLanguageFirst(texts: readonly Shown[], language: Language): Shown[] {
  const isOwn = ({ text }: Shown) => THAI.test(text) === (language === 'th');
  return [...texts.filter(isOwn), ...texts.filter((text) => !isOwn(text))];
}

export function hitOfItem(item: CourseItem, query: TypedQuery, language: Language): Hit {
  const { forms, title, course, lesson } = item;
  const [th, en, ...others] = [title.th, title.en, ...item.texts].map((text, i) => ({ text, form: forms[i]! }));
  const [own, other] = language === 'th' ? [th!, en!] : [en!, th!];
  const shown = shownTexts(own, inLanguageFirst([other, ...others], language), query);
  const [note] = item.address.kind === 'highlight' ? item.texts : [];
  return {
    ...{ address: item.address, ...shown },
    // What was written at a passage says what it is, whichever of both was found.
    ...(note !== undefined && { detail: asSent(excerptOf(note, foundRanges(note, query.words), DETAIL)) }),
    place: { course: course.title[language], lesson: lesson?.number ?? null },
  };
}
