import { describe, expect, it } from 'vitest';
import { AppError } from '../core/domain/errors.ts';
import { ForeignLock, refusal, say, stopped } from './texts.ts';

describe('refusal', () => {
  it.each([
    [new AppError('data-locked', 'in use'), 'กำลังใช้โฟลเดอร์ข้อมูลนี้', 'Another Jamdai is using', 'data-locked\n/data'],
    [new AppError('data-too-new', 'v9'), 'รุ่นใหม่กว่า', 'by a newer Jamdai', 'data-too-new: v9\n/data'],
    [new AppError('disk-full', 'ENOSPC'), 'ดิสก์เต็ม', 'The disk is full', 'disk-full: ENOSPC\n/data'],
    [
      new AppError('disk-refused', 'no'),
      'เขียนโฟลเดอร์ข้อมูลไม่ได้',
      'can not be made, read or written',
      'disk-refused: no\n/data',
    ],
    [new AppError('busy', 'x'), 'เกิดข้อผิดพลาดภายใน', 'Something went wrong', 'busy: x\n/data'],
    [new TypeError('JAMDAI_NOW takes …'), 'ตัวแปรแวดล้อม', 'environment is wrong', 'JAMDAI_NOW takes …'],
    [new ForeignLock('/cache/lock'), 'ไฟล์ล็อก', 'Delete it', '/cache/lock'],
    [new TypeError('x is not a function'), 'เกิดข้อผิดพลาดภายใน', 'Something went wrong', 'internal\n/data'],
    [undefined, 'เกิดข้อผิดพลาดภายใน', 'Something went wrong', 'internal\n/data'],
  ])('%s is said in Thai and English, and where to look', (error, thai, english, detail) => {
    const text = refusal(error, '/data');
    expect(text.startsWith('เปิดข้อมูลการเรียนไม่ได้ · The study data can not be opened\n\n')).toBe(true);
    expect(text).toContain(thai);
    expect(text).toContain(english);
    expect(text.endsWith(`\n\n${detail}`)).toBe(true);
  });

  it('tells nothing of the inside of a fault of our own', () => {
    expect(refusal(new Error('secret detail'), '/data')).not.toContain('secret');
  });
});

describe('say', () => {
  it('speaks the asked language, and both where none is known', () => {
    expect(say('again', 'en')).toBe('Open it again');
    expect(say('again', 'th')).toBe('เปิดอีกครั้ง');
    expect(stopped()).toMatch(/^จำได้ต้องหยุดทำงาน.*\nJamdai has to stop/);
  });
});
