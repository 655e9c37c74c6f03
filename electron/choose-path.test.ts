import { describe, expect, it } from 'vitest';
import { createChoosePath } from './choose-path.ts';

type Dialogs = Parameters<typeof createChoosePath>[0];

/** Dialogs in which the learner picks a path, or closes them. */
function dialogs(picked: string | null) {
  const asked: unknown[] = [];
  const showOpenDialog = (options: unknown) => {
    asked.push(options);
    return Promise.resolve({ canceled: picked === null, filePaths: picked === null ? [] : [picked] });
  };
  const showSaveDialog = (options: unknown) => {
    asked.push(options);
    return Promise.resolve({ canceled: picked === null, filePath: picked ?? '' });
  };
  return {
    asked,
    choose: createChoosePath({ showOpenDialog, showSaveDialog } as unknown as Dialogs, () => '2026-11-28'),
  };
}

describe('choosing a path', () => {
  it.each(['merge-folder', 'archive', 'second-folder', 'export'] as const)(
    '%s: gives what was picked, and null when the dialog was closed',
    async (what) => {
      expect(await dialogs('some/where').choose(what)).toBe('some/where');
      expect(await dialogs(null).choose(what)).toBeNull();
    },
  );

  it('asks for a folder to merge and for the name of a new file to export', async () => {
    const { asked, choose } = dialogs('some/where');
    await choose('merge-folder');
    await choose('export');
    expect(asked).toEqual([
      { properties: ['openDirectory'] },
      expect.objectContaining({ defaultPath: 'jamdai-2026-11-28.jamdai.zip' }),
    ]);
  });
});
