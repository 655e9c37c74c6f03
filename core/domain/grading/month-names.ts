import type { Bilingual } from '../question.ts';

/** Full names, January first. */
export const MONTHS: readonly Bilingual[] = [
  { th: 'มกราคม', en: 'January' },
  { th: 'กุมภาพันธ์', en: 'February' },
  { th: 'มีนาคม', en: 'March' },
  { th: 'เมษายน', en: 'April' },
  { th: 'พฤษภาคม', en: 'May' },
  { th: 'มิถุนายน', en: 'June' },
  { th: 'กรกฎาคม', en: 'July' },
  { th: 'สิงหาคม', en: 'August' },
  { th: 'กันยายน', en: 'September' },
  { th: 'ตุลาคม', en: 'October' },
  { th: 'พฤศจิกายน', en: 'November' },
  { th: 'ธันวาคม', en: 'December' },
];

/** Short forms without their dots, January first. */
const THAI_SHORT = ['มค', 'กพ', 'มีค', 'เมย', 'พค', 'มิย', 'กค', 'สค', 'กย', 'ตค', 'พย', 'ธค'];

/** Every usual name of a month (1 to 12), lower-case, no dots: full, short, and Thai without คม, ยน or พันธ์. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap(({ th, en }, i): [string, number][] => {
    const english = en.toLowerCase();
    const names = [th, th.replace(/(?:คม|ยน|พันธ์)$/, ''), THAI_SHORT[i] ?? th, english, english.slice(0, 3)];
    if (english === 'september') names.push('sept');
    return names.map((name) => [name, i + 1]);
  }),
);
