import { describe, expect, it } from 'vitest';
import { AppError } from '../core/domain/errors.ts';
import { adoptQuestion, openOrAsk } from './adopt-folder.ts';

describe('a folder with other files', () => {
  const asked: boolean[] = [];
  const open = async (adopt: boolean): Promise<string> => {
    asked.push(adopt);
    if (!adopt) throw new AppError('foreign-folder', 'other files');
    return 'opened';
  };

  it('is used when the learner says so, and only then', async () => {
    asked.length = 0;
    await expect(openOrAsk(open, async () => ({ response: 0 }))).rejects.toMatchObject({ code: 'foreign-folder' });
    expect(asked).toEqual([false]);
    expect(await openOrAsk(open, async () => ({ response: 1 }))).toBe('opened');
    expect(asked).toEqual([false, false, true]);
  });

  it('is the only thing that is asked about', async () => {
    const locked = async (): Promise<string> => {
      throw new AppError('data-locked', 'in use');
    };
    await expect(openOrAsk(locked, () => expect.fail('asked'))).rejects.toMatchObject({ code: 'data-locked' });
    expect(
      await openOrAsk(
        async (adopt) => adopt,
        () => expect.fail('asked'),
      ),
    ).toBe(false);
  });

  it('is named in both languages, and leaving it is what Enter and Escape do', () => {
    const { message, detail, buttons, defaultId, cancelId } = adoptQuestion('/photos');
    expect(message).toMatch(/[ก-๙].*·.*other files/);
    expect(detail).toMatch(/^\/photos\n[^]*[ก-๙][^]*stays as it is/);
    expect(buttons?.[defaultId!]).toMatch(/No$/);
    expect(cancelId).toBe(defaultId);
  });
});
