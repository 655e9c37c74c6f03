import { AppError } from '../core/domain/errors.ts';
import { startFailure } from '../core/services/start-failure.ts';

export type Language = 'th' | 'en';

/** What the shell itself says, where the interface can not. */
const TEXT = {
  en: {
    refused: 'The study data can not be opened',
    'foreign-folder': 'The folder holds other files, and nothing was put into it. Name another one.',
    'data-too-new': 'The data was written by a newer Jamdai. Install the newer version; nothing was changed.',
    'disk-full': 'The disk is full. Make some room, then try again.',
    'disk-refused': 'The data folder can not be made, read or written. Check it, then try again.',
    'profile-locked': 'A lock that no Jamdai on this computer holds is in the way. Delete it, then try again.',
    setting: 'A setting of the environment is wrong.',
    internal: 'Something went wrong inside Jamdai.',
    stopped: 'Jamdai has to stop. Every answer you saw a verdict for is on the disk; start Jamdai again.',
    gone: 'The page of Jamdai has stopped. Every answer you saw a verdict for is on the disk.',
    unloaded: 'The page of Jamdai could not be loaded.',
    again: 'Open it again',
    quit: 'Quit Jamdai',
  },
  th: {
    refused: 'เปิดข้อมูลการเรียนไม่ได้',
    'foreign-folder': 'โฟลเดอร์นี้มีไฟล์อื่นอยู่ จึงไม่ได้เขียนอะไรลงไป เลือกโฟลเดอร์อื่น',
    'data-too-new': 'ข้อมูลนี้เขียนโดยจำได้รุ่นใหม่กว่า ติดตั้งรุ่นใหม่ ข้อมูลไม่ได้ถูกแก้ไข',
    'disk-full': 'ดิสก์เต็ม เพิ่มที่ว่าง แล้วลองอีกครั้ง',
    'disk-refused': 'สร้าง อ่าน หรือเขียนโฟลเดอร์ข้อมูลไม่ได้ ตรวจโฟลเดอร์ แล้วลองอีกครั้ง',
    'profile-locked': 'มีไฟล์ล็อกที่ไม่ใช่ของจำได้ในเครื่องนี้ขวางอยู่ ลบไฟล์นั้น แล้วลองอีกครั้ง',
    setting: 'ค่าที่ตั้งไว้ในตัวแปรแวดล้อมไม่ถูกต้อง',
    internal: 'เกิดข้อผิดพลาดภายในจำได้',
    stopped: 'จำได้ต้องหยุดทำงาน คำตอบที่เห็นผลแล้วอยู่บนดิสก์ครบ เปิดจำได้ใหม่อีกครั้ง',
    gone: 'หน้าของจำได้หยุดทำงาน คำตอบที่เห็นผลแล้วอยู่บนดิสก์ครบ',
    unloaded: 'โหลดหน้าของจำได้ไม่สำเร็จ',
    again: 'เปิดอีกครั้ง',
    quit: 'ออกจากจำได้',
  },
} as const satisfies Record<Language, Record<string, string>>;

export type Text = keyof (typeof TEXT)['en'];

export const say = (text: Text, language: Language): string => TEXT[language][text];

/** In both languages: the learner's choice is in the data, which may not be open. */
const sayInBoth = (text: Text): string => `${TEXT.th[text]}\n${TEXT.en[text]}`;

/** The lock of Chromium's profile that keeps the app from starting, though no Jamdai of this machine holds it. */
export class ForeignLock extends Error {
  override readonly name = 'ForeignLock';
  constructor(readonly file: string) {
    super(`profile-locked: ${file}`);
  }
}

/** Why the app can not start, in both languages, with what helps to find the fault. @param folder the data folder */
export function refusal(error: unknown, folder: string): string {
  const head = `${TEXT.th.refused} · ${TEXT.en.refused}`;
  // Who holds the folder is said there, for every shell.
  if (error instanceof AppError && error.code === 'data-locked') return `${head}\n\n${startFailure(error)}\n${folder}`;
  const [reason, detail] = explained(error, folder);
  return `${head}\n\n${sayInBoth(reason)}\n\n${detail}`;
}

function explained(error: unknown, folder: string): [Text, string] {
  if (error instanceof TypeError && error.message.startsWith('JAMDAI_')) return ['setting', error.message];
  if (error instanceof ForeignLock) return ['profile-locked', error.file];
  if (!(error instanceof AppError)) return ['internal', `internal\n${folder}`];
  const reason = error.code in TEXT.en ? (error.code as Text) : 'internal';
  return [reason, `${error.code}: ${error.message}\n${folder}`];
}

/** A fault of our own while the app runs. */
export const stopped = (): string => sayInBoth('stopped');
