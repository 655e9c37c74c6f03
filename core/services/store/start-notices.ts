import { DEFAULT_STUDY_SETTINGS } from '../../domain/settings.ts';
import type { StagedLoss } from '../disk/finish-staged.ts';
import type { Quarantine } from '../disk/quarantine.ts';
import type { StoreNotice } from '../ports.ts';
import { daysOf, type Gap } from './journal/gaps.ts';
import type { DataRead } from './start.ts';

/** What the learner is told of a folder that was opened: only what was found. */
export function startNotices(
  { journals, snapshot, damaged }: DataRead,
  quarantine: Quarantine,
  { missing, unclear }: StagedLoss,
): StoreNotice[] {
  const count = (...reasons: Parameters<typeof quarantine.counts.get>[0][]) =>
    reasons.reduce((sum, reason) => sum + (quarantine.counts.get(reason) ?? 0), 0);
  const { rolloverHour } = snapshot?.settings ?? DEFAULT_STUDY_SETTINGS;
  const all: StoreNotice[] = [
    { code: 'torn-line-cut', count: count('unfinished') },
    { code: 'lines-quarantined', count: count('damaged', 'refused', 'out-of-sequence', 'other-device') },
    { code: 'snapshot-rebuilt', count: damaged },
    { code: 'device-mended', count: count('device') },
    { code: 'devices-left-out', count: journals.leftOut },
    { code: 'journal-missing', count: journals.all.reduce((sum, { missing }) => sum + missing.length, 0) },
    eventsMissing(journals.gaps, rolloverHour, snapshot?.at ?? 0),
    { code: 'incoming-missing', count: missing.length + unclear, ...(missing.length > 0 && { files: missing }) },
  ];
  return all.filter((notice) => notice.count > 0);
}

/** @param rolloverHour of the learner @param latest when the last of the events was at the latest, epoch ms */
function eventsMissing(gaps: readonly Gap[], rolloverHour: number, latest: number): StoreNotice {
  const days = gaps.map((gap) => daysOf(gap, rolloverHour, latest));
  return {
    code: 'events-missing',
    count: gaps.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0),
    ...(gaps.length > 0 && {
      days: { from: Math.min(...days.map(({ fromDay }) => fromDay)), to: Math.max(...days.map(({ toDay }) => toDay)) },
    }),
  };
}
