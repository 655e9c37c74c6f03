import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../core/services/clock.ts';
import { createChoosePath } from './choose-path.ts';

type Dialogs = Parameters<typeof createChoosePath>[0];
const WINDOW = { id: 1 } as BrowserWindow;
const BANGKOK = 420;

/** Dialogs in which the learner picks a path, or closes them. */
function dialogs(
  picked: string | null,
  { hasWindow = true, at = '2026-11-28T05:00:00Z', utcOffsetMin = BANGKOK } = {},
) {
  const asked: unknown[][] = [];
  const showOpenDialog = (...args: unknown[]) => {
    asked.push(args);
    return Promise.resolve({ canceled: picked === null, filePaths: picked === null ? [] : [picked] });
  };
  const showSaveDialog = (...args: unknown[]) => {
    asked.push(args);
    return Promise.resolve({ canceled: picked === null, filePath: picked ?? '' });
  };
  const clock = fixedClock(Date.parse(at), utcOffsetMin);
  const choose = createChoosePath(
    { showOpenDialog, showSaveDialog } as unknown as Dialogs,
    () => (hasWindow ? WINDOW : undefined),
    clock,
  );
  return { asked, choose };
}

describe('choosing a path', () => {
  it.each(['merge-folder', 'archive', 'second-folder', 'export'] as const)(
    '%s: gives what was picked, and null when the dialog was closed',
    async (what) => {
      expect(await dialogs('some/where').choose(what)).toBe('some/where');
      expect(await dialogs(null).choose(what)).toBeNull();
    },
  );

  it('asks for a folder to merge and for the name of a new file to export, each in front of the window', async () => {
    const { asked, choose } = dialogs('some/where');
    await choose('merge-folder');
    await choose('export');
    expect(asked).toEqual([
      [WINDOW, { properties: ['openDirectory'] }],
      [WINDOW, expect.objectContaining({ defaultPath: 'jamdai-2026-11-28.jamdai.zip' })],
    ]);
  });

  it.each(['merge-folder', 'export'] as const)('%s: asks also where there is no window', async (what) => {
    const { asked, choose } = dialogs('some/where', { hasWindow: false });
    expect(await choose(what)).toBe('some/where');
    expect(asked[0]).toHaveLength(1);
  });

  it.each([
    ['early in Bangkok, where UTC still has yesterday', '2026-11-27T23:30:00Z', BANGKOK, '2026-11-28'],
    ['just after midnight in Bangkok', '2026-11-27T17:00:00Z', BANGKOK, '2026-11-28'],
    ['just before midnight in Bangkok', '2026-11-27T16:59:59Z', BANGKOK, '2026-11-27'],
    ['late in Honolulu, where UTC has tomorrow', '2026-11-28T09:00:00Z', -600, '2026-11-27'],
  ])('names an export by the day of the learner: %s', async (_when, at, utcOffsetMin, day) => {
    const { asked, choose } = dialogs('some/where', { at, utcOffsetMin });
    await choose('export');
    expect(asked[0]![1]).toMatchObject({ defaultPath: `jamdai-${day}.jamdai.zip` });
  });
});
