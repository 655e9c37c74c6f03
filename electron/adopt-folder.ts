import type { MessageBoxOptions } from 'electron';
import { AppError } from '../core/domain/errors.ts';

/** What is asked before the data goes into a folder with other files; the first button is the one to leave it. */
export const adoptQuestion = (folder: string): MessageBoxOptions => ({
  type: 'question',
  title: 'Jamdai',
  message: 'โฟลเดอร์นี้มีไฟล์อื่นอยู่ · This folder holds other files',
  detail:
    `${folder}\n\nจะเก็บข้อมูลการเรียนไว้ในโฟลเดอร์นี้หรือไม่ ไฟล์เดิมจะคงอยู่อย่างที่เป็น\n` +
    'Keep the study data in this folder? What is there stays as it is.',
  buttons: ['ไม่ใช้ · No', 'ใช้โฟลเดอร์นี้ · Use it'],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
});

/**
 * Opens the data; where it lies in a folder with other files that was never ours, the learner is asked first.
 * @throws AppError `foreign-folder` when the learner says no, and what `open` throws
 */
export async function openOrAsk<T>(
  open: (adopt: boolean) => Promise<T>,
  ask: () => Promise<{ response: number }>,
): Promise<T> {
  try {
    return await open(false);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'foreign-folder') || (await ask()).response !== 1) throw error;
    return open(true);
  }
}
