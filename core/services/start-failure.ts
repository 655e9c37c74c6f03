import { AppError, type ErrorDetails } from '../domain/errors.ts';

/** Who holds a data folder, by what its lock says; the time in the machine's zone. */
function holder({ host, pid, since }: ErrorDetails, language: 'th' | 'en'): string {
  if (host === undefined || pid === undefined || since === undefined) return '';
  const at = new Date(since).toLocaleString(language === 'th' ? 'th-TH' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return language === 'th' ? ` (โปรเซส ${pid} บน ${host} ตั้งแต่ ${at})` : ` (process ${pid} on ${host}, since ${at})`;
}

/** Why the app can not start, in both languages, since the learner's own is in the data: a line of Thai and one of English. */
export function startFailure(error: unknown): string {
  if (error instanceof AppError && error.code === 'data-locked')
    return (
      `มีจำได้อีกหน้าต่างหนึ่งกำลังใช้โฟลเดอร์ข้อมูลนี้${holder(error.details, 'th')} ปิดหน้าต่างนั้น แล้วลองอีกครั้ง\n` +
      `Another Jamdai is using this data folder${holder(error.details, 'en')}. Close it, then try again.\n\n${error.code}`
    );
  if (error instanceof AppError) return `${error.code}: ${error.message}`;
  // A wrong option or variable says what is wrong; anything else is for the log.
  return error instanceof TypeError ? error.message : 'internal';
}
