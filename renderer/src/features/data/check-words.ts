import type { Output } from '../../../../core/api/contract.ts';
import { dayRange } from '../../i18n/formats.ts';
import { t } from '../../i18n/locale.svelte.ts';

type Report = Output<'data.check'>;

const findings = ({ journal, missing, state, library, backups }: Report): string[] => [
  ...(journal.damaged > 0 ? [t('check.damaged', journal.damaged)] : []),
  ...(journal.missing > 0 ? [t('check.missing', journal.missing)] : []),
  ...(journal.recovered > 0 ? [t('check.recovered', journal.recovered)] : []),
  ...missing.map(({ fromDay, toDay, fromSeq, toSeq }) =>
    t('check.lost', dayRange(fromDay, toDay), toSeq - fromSeq + 1),
  ),
  ...(state === 'rebuilt' ? [t('check.rebuilt')] : []),
  ...(state === 'kept' ? [t('check.kept')] : []),
  ...(library.damaged > 0 ? [t('check.media', library.damaged, library.recovered)] : []),
  ...(backups.damaged.length > 0 ? [t('check.backups', backups.damaged.join(', '))] : []),
];

/** True when a check found nothing to mend. */
export const isAllRight = (report: Report): boolean => findings(report).length === 0;

/** What a check read, found and mended, a sentence each. */
export function checkWords(report: Report): string[] {
  const found = findings(report);
  const { events } = report.journal;
  const { files, orphans } = report.library;
  // Nothing is wrong with those: an import that was taken back leaves one.
  const kept = orphans > 0 ? [t('check.orphans', orphans)] : [];
  return found.length === 0
    ? [t('check.right', events, files, report.backups.count), ...kept]
    : [t('check.read', events), ...found, ...kept];
}
