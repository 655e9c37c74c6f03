/** What the store can find and mend at its start, or be left without. */
export const NOTICE_CODES = [
  'torn-line-cut',
  'lines-quarantined',
  'snapshot-rebuilt',
  'journal-missing',
  'lock-impossible',
  'events-missing',
  'journal-sorted',
  'copies-taken-in',
  'incoming-missing',
  'device-mended',
  'devices-left-out',
  'clock-went-back',
  'clock-ahead',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];
