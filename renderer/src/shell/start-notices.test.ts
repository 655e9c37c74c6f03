import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../core/api/contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/domain/settings.ts';
import Root from '../App.svelte';
import { App } from '../app/app.svelte.ts';
import { t } from '../i18n/locale.svelte.ts';
import { failing, scriptedHost, type Script } from '../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import '../features/glossary/GlossaryView.svelte';

const NOW = new Date(2026, 10, 23, 9).getTime();
/** 3 to 17 October 2035. */
const AHEAD = { code: 'clock-ahead', count: 312, days: { from: 24_016, to: 24_030 } } as const;

afterEach(cleanup);

function open(language: Settings['language'], more: Script = {}) {
  location.hash = '#/glossary';
  let isWrong = true;
  const host = scriptedHost({
    'settings.get': () => ({ ...DEFAULT_SETTINGS, language }),
    'app.info': (): Output<'app.info'> => ({
      ...{
        version: '1',
        shell: 'web',
        dataFolder: 'data',
        canOpenFolder: false,
        canChoosePath: true,
        canSavePdf: false,
        now: NOW,
      },
      notices: isWrong ? [AHEAD] : [],
    }),
    'data.correctClock': () => {
      isWrong = false;
      return { events: 312 };
    },
    ...more,
  });
  const app = new App(host.send);
  let renewed = 0;
  app.renewal.whenRenewed(() => void renewed++);
  render(Root, { app });
  return { host, renewals: () => renewed };
}

describe('a clock that ran ahead', () => {
  it.each([
    [
      'en',
      /312 entries of your history: dated 3–17 October 2035, though today is 23 Nov 2026\./,
      'Put right',
      /^Put right: 312 entries count at their true time/,
    ],
    ['th', /มี 312 รายการลงวันที่ 3–17 ตุลาคม 2578 ทั้งที่วันนี้คือ 23 พ\.ย\. 2569/, 'แก้ให้ถูก', /^แก้แล้ว 312 รายการนับตามเวลาจริง/],
  ] as const)('is told at start, and put right in one step (%s)', async (language, told, button, done) => {
    const { host, renewals } = open(language);
    expect(await screen.findByText(told)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: button }));
    expect(await screen.findByText(done)).toBeTruthy();
    expect(screen.queryByText(told)).toBeNull();
    expect(host.calls('data.correctClock')).toEqual([{}]);
    expect(renewals()).toBe(1);
  });

  it('stays told, with the reason, where the disk refused it', async () => {
    open('en', { 'data.correctClock': () => failing('disk-full') });
    await userEvent.click(await screen.findByRole('button', { name: 'Put right' }));
    expect(await screen.findByText(t('error.disk-full'))).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Put right' })).toBeTruthy();
  });
});
