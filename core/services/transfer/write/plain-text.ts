import type { Bilingual } from '../../../domain/question.ts';
import { escapeText } from '../../../domain/template/escape.ts';

/** Text as HTML that shows it, line by line. */
export const asHtml = (text: string): string => escapeText(text).replaceAll(/\r?\n/g, '<br>');

const CALENDAR = { th: 'th-u-ca-gregory-nu-latn', en: 'en-GB' } as const;

/** A date in words; Thai says which era it counts in. @param iso Common Era: 1992, 1992-05 or 1992-05-15 */
export function shownDate(iso: string, language: keyof Bilingual): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number?, number?];
  const at = new Date(0);
  at.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return new Intl.DateTimeFormat(CALENDAR[language], {
    timeZone: 'UTC',
    year: 'numeric',
    ...(language === 'th' && { era: 'short' }),
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  }).format(at);
}
