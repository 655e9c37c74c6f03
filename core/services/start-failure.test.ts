import { expect, it } from 'vitest';
import { AppError } from '../domain/errors.ts';
import { startFailure } from './start-failure.ts';

it('says in both languages who has the data folder open', () => {
  const since = Date.parse('2026-11-29T12:00Z');
  const text = startFailure(new AppError('data-locked', '', { host: 'desk', pid: 4711, since }));
  const [thai, english, , code] = text.split('\n');
  expect(thai).toMatch(/กำลังใช้โฟลเดอร์ข้อมูลนี้ \(โปรเซส 4711 บน desk ตั้งแต่ .*2569.*\)/);
  expect(english).toMatch(
    /^Another Jamdai is using this data folder \(process 4711 on desk, since .*2026.*\)\. Close it/,
  );
  expect(code).toBe('data-locked');
});

it('says it without a name where the lock file tells none', () => {
  expect(startFailure(new AppError('data-locked', ''))).toContain('Another Jamdai is using this data folder. Close it');
});

it('tells what is wrong with an option, and of a fault of our own no more than that it is one', () => {
  expect(startFailure(new TypeError('--now takes …'))).toBe('--now takes …');
  expect(startFailure(new AppError('disk-full', 'no room'))).toBe('disk-full: no room');
  expect(startFailure(new Error('secret'))).toBe('internal');
});
