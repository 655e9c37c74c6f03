import type { Output } from '../../../../core/api/contract.ts';
import type { Bilingual } from '../../../../core/domain/question.ts';
import { number } from '../../i18n/formats.ts';
import { pick, t } from '../../i18n/locale.svelte.ts';

type Lessons = Output<'exam.get'>['parts'][number]['lessons'];

/** As the course calls it; else “Lessons 1–4”, of one lesson its title. */
export function partName({ title, lessons }: { readonly title?: Bilingual; readonly lessons: Lessons }): string {
  if (title) return pick(title);
  const [first, last] = [lessons[0], lessons.at(-1)];
  if (!first || !last) return '–';
  return lessons.length === 1 ? pick(first.title) : t('exam.part', first.number, last.number);
}

/** What stands under the name: the titles, or the number of the one lesson; nothing of a deck, which has none. */
export function partDetails(lessons: Lessons): string {
  const [first] = lessons;
  if (lessons.length !== 1 || !first) return lessons.map(({ title }) => pick(title)).join(' · ');
  return first.number === 0 ? '' : t('exam.part', first.number, first.number);
}

/** “31:42”, “1:05:00”. */
export function clockWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** “+20”, “−7”: a difference of shares in points of a hundred. */
export function pointsWords(difference: number): string {
  const points = Math.round(difference * 100);
  return points < 0 ? `−${number(-points)}` : `+${number(points)}`;
}

export const optionLetter = (at: number): string => String.fromCharCode(65 + at);

type ExamName = Pick<Output<'exam.get'>['exam'], 'template' | 'final'>;
/** What an exam is called. */
export const examName = ({ template, final }: ExamName): string =>
  t(final ? 'exam.name.final' : `exam.name.${template}`);
