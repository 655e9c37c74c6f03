import type { ErrorCode, ErrorDetails } from '../../../../core/domain/errors.ts';
import { IMPORT_FORMATS } from '../../../../core/domain/note/import-formats.ts';
import { ODDITIES } from '../../../../core/domain/note/oddities.ts';
import { UNREADABLE } from '../../../../core/domain/note/unreadable.ts';
import { t } from '../../i18n/locale.svelte.ts';
import { isOneOf } from '../../i18n/one-of.ts';
import { dateAndTime, fileSize } from '../../i18n/formats.ts';
import type { ImportWork, Plan, Report } from './import-work.svelte.ts';

/** A line on what is odd, or what becomes of notes that are here. */
export interface OddLine {
  readonly what: string;
  readonly details: string;
  /** Nothing to worry about. */
  readonly isNews: boolean;
}

const oddName = (code: string) => (isOneOf(ODDITIES, code) ? t(`odd.${code}`) : t('odd.other', code));

/** What kind of file it is. */
const formatWords = (id: string): string =>
  isOneOf(IMPORT_FORMATS, id) ? t(`import.format.${id}`) : t('import.format.other', id);

export function oddWords({ odd, converted, dueApart }: Plan | Report): OddLine[] {
  const lines = odd.map(({ code, count, places }): OddLine => ({
    what: t('odd.count', oddName(code), count),
    details: places.join(' · '),
    isNews: false,
  }));
  if (converted > 0)
    lines.push({ what: t('import.converted', converted), details: t('import.convertedDo'), isNews: true });
  if (dueApart.cards > 0)
    lines.push({
      what: t('import.dueApart', dueApart.cards, dueApart.of),
      details: t('import.dueApartDo', dueApart.medianDays),
      isNews: true,
    });
  return lines;
}

/** What becomes of notes that are here already. */
export function noteWords({ notes }: Plan | Report): OddLine[] {
  const { updated, edited, same, older } = notes;
  const line = (count: number, what: (count: number) => string, details: string): OddLine[] =>
    count > 0 ? [{ what: what(count), details, isNews: true }] : [];
  return [
    ...line(updated, (count) => t('import.updated', count), t('import.updatedDo')),
    ...line(edited, (count) => t('import.edited', count), t('import.editedDo')),
    ...line(older, (count) => t('import.older', count), t('import.olderDo')),
    ...line(same, (count) => t('import.same', count), t('import.sameDo')),
  ];
}

/** What becomes of a course that is here already. */
export function courseWords({ course }: Plan | Report): OddLine[] {
  if (!course || course.over === 'nothing') return [];
  const { over, questions } = course;
  const lines: OddLine[] = [
    {
      what: t(`import.courseOver.${over}`),
      details: t(over === 'own' ? 'import.courseOwnDo' : 'import.courseOverDo'),
      isNews: true,
    },
  ];
  if (questions.gone > 0 && over !== 'own')
    lines.push({ what: t('import.courseGone', questions.gone), details: t('import.courseGoneDo'), isNews: true });
  return lines;
}

/** Why a file can not be taken in, and where in it. */
export function failureWords({ code, details }: { readonly code: ErrorCode; readonly details: ErrorDetails }): {
  what?: string;
  todo?: string;
} {
  if (code !== 'import-unreadable') return {};
  const { file = '', place = '' } = details;
  const why = String(details['why']);
  const reason = t(isOneOf(UNREADABLE, why) ? `unreadable.${why}` : 'unreadable.not-known');
  return {
    what: `${t('unreadable.at', String(file), String(place))} – ${reason}`,
    todo: t('unreadable.do'),
  };
}

/** What the page is about at this step. */
export function stepTitle({ step, name, report }: ImportWork): string {
  if (step === 'file') return t('import.title');
  if (step === 'archive') return t('import.archive', name);
  if (step !== 'report') return t('import.willBring', name);
  return t(report?.undone ? 'import.wasTakenBack' : 'import.did', name);
}

export function stepSub({ step, plan, report }: ImportWork): string {
  if (step === 'file') return t('import.sub');
  if (step === 'report' && report && report.at !== null) return dateAndTime(report.at);
  if (step !== 'plan' || !plan) return '';
  return t('import.planSub', fileSize(plan.file.bytes), formatWords(plan.file.format));
}
