import type { BrowserWindow } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { showPage } from './show-page.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

function page({ loads = () => Promise.resolve(), language = 'en' as 'en' | 'th' } = {}) {
  const did: string[] = [];
  const asked: { message: string; buttons?: string[] }[] = [];
  let isDestroyed = false;
  let decide: (response: number) => void = () => undefined;
  const webContents = new EventEmitter();
  const window = {
    webContents,
    isDestroyed: () => isDestroyed,
    isVisible: () => false,
    show: () => void did.push('show'),
    loadURL: (url: string) => {
      did.push(`load ${url}`);
      return loads();
    },
  };
  showPage(window as unknown as BrowserWindow, 'app://jamdai/', {
    dialog: {
      showMessageBox: (...args: unknown[]) => {
        expect(args[0], 'the box belongs to the window').toBe(window);
        asked.push(args[1] as (typeof asked)[number]);
        return new Promise((resolve) => (decide = (response) => resolve({ response, checkboxChecked: false })));
      },
    },
    language: () => language,
    quit: () => did.push('quit'),
    log: (error) => did.push(`log ${(error as Error).message}`),
  });
  return {
    did,
    asked,
    destroy: () => (isDestroyed = true),
    answer: async (response: number) => (decide(response), await settled()),
    fails: (code: number, isMainFrame = true) =>
      webContents.emit('did-fail-load', {}, code, 'ERR_SOMETHING', 'app://jamdai/', isMainFrame),
    goes: (reason: string) => webContents.emit('render-process-gone', {}, { reason, exitCode: 139 }),
  };
}

describe('showPage', () => {
  it.each(['crashed', 'oom', 'killed', 'launch-failed', 'abnormal-exit'])(
    'a page whose process is gone (%s) is told of, and opened again',
    async (reason) => {
      const { did, asked, goes, answer } = page();
      goes(reason);
      expect(asked).toMatchObject([
        {
          message: 'The page of Jamdai has stopped. Every answer you saw a verdict for is on the disk.',
          buttons: ['Open it again', 'Quit Jamdai'],
        },
      ]);
      await answer(0);
      expect(did).toEqual([
        'load app://jamdai/',
        `log the page's process has gone: ${reason} (139)`,
        'show',
        'load app://jamdai/',
      ]);
    },
  );

  it('a page that can not be loaded is told of in the chosen language, and the learner may quit', async () => {
    const { did, asked, fails, answer } = page({
      language: 'th',
      loads: () => Promise.reject(new Error('ERR_FAILED')),
    });
    fails(-6);
    expect(asked).toMatchObject([{ message: 'โหลดหน้าของจำได้ไม่สำเร็จ', buttons: ['เปิดอีกครั้ง', 'ออกจากจำได้'] }]);
    await answer(1);
    expect(did).toEqual(['load app://jamdai/', 'log the page could not be loaded: ERR_SOMETHING (-6)', 'show', 'quit']);
  });

  it('says it once, however many faults there are while the box is open', () => {
    const { asked, fails, goes } = page();
    goes('crashed');
    fails(-6);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a load that was given up for another', (it: ReturnType<typeof page>) => it.fails(-3)],
    ['a frame inside the page', (it: ReturnType<typeof page>) => it.fails(-6, false)],
    ['a page that ended by itself', (it: ReturnType<typeof page>) => it.goes('clean-exit')],
  ])('says nothing of %s', (_what, happen) => {
    const shown = page();
    happen(shown);
    expect(shown.asked).toEqual([]);
    expect(shown.did).toEqual(['load app://jamdai/']);
  });

  it('a window that was closed while its page loaded is no fault', async () => {
    const { asked, destroy, fails } = page({ loads: () => Promise.reject(new Error('ERR_FAILED (-2)')) });
    destroy();
    fails(-2);
    await settled();
    expect(asked).toEqual([]);
  });

  it('a window that was closed while the box was open is not loaded again', async () => {
    const { did, destroy, goes, answer } = page();
    goes('crashed');
    destroy();
    await answer(0);
    expect(did.filter((what) => what.startsWith('load'))).toHaveLength(1);
  });
});
