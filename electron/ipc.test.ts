import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { API_CHANNEL } from '../core/api/channel.ts';
import type { Router } from '../core/services/router.ts';
import { isTrustedSender, registerIpc } from './ipc.ts';

const ORIGIN = 'app://jamdai';

/** The few fields of a frame that are looked at. */
function frame(
  origin: string,
  parent: Pick<WebFrameMain, 'origin'> | null = null,
  url = `${origin}/index.html`,
): WebFrameMain {
  return { origin, parent, url } as WebFrameMain;
}
const own = frame(ORIGIN);

describe('isTrustedSender', () => {
  it.each<[string, WebFrameMain | null, boolean]>([
    ['our own top frame', own, true],
    ['a frame that has gone', null, false],
    ['a child frame of our own', frame(ORIGIN, own), false],
    ['a foreign child frame', frame('https://example.org', own), false],
    ['about:blank, whose origin is "null"', frame('null', null, 'about:blank'), false],
    ['a blob of a foreign page', frame('https://example.org', null, 'blob:app://jamdai/1'), false],
    ['another host of our scheme', frame('app://jamdai.evil'), false],
    ['a host that begins like ours', frame('app://jamdai2'), false],
    ['the web', frame('https://jamdai'), false],
    ['our origin in the address only', frame('https://x', null, 'https://x/?next=app://jamdai/'), false],
    ['an empty origin', frame(''), false],
  ])('%s: %s', (_what, senderFrame, trusted) => {
    expect(isTrustedSender({ senderFrame }, ORIGIN)).toBe(trusted);
  });
});

describe('registerIpc', () => {
  function setUp() {
    const calls: unknown[][] = [];
    const router: Router = async (...call) => {
      calls.push(call);
      return { ok: true, value: 'answered' };
    };
    const handlers = new Map<string, Parameters<IpcMain['handle']>[1]>();
    registerIpc({ handle: (channel, listener) => void handlers.set(channel, listener) }, router, ORIGIN);
    const invoke = (senderFrame: WebFrameMain | null, ...args: unknown[]): Promise<unknown> =>
      handlers.get(API_CHANNEL)?.({ senderFrame } as IpcMainInvokeEvent, ...args) as Promise<unknown>;
    return { calls, handlers, invoke };
  }

  it('listens on one channel only', () => {
    expect([...setUp().handlers.keys()]).toEqual([API_CHANNEL]);
  });

  it('hands method and input of our own page to the router, and nothing else', async () => {
    const { calls, invoke } = setUp();
    expect(await invoke(own, 'library.list', {}, 'more')).toEqual({ ok: true, value: 'answered' });
    expect(calls).toEqual([['library.list', {}]]);
  });

  it.each([
    ['gone', null],
    ['child', frame(ORIGIN, own)],
    ['foreign', frame('https://example.org')],
  ])('refuses a %s frame before the router hears of it', async (_what, senderFrame) => {
    const { calls, invoke } = setUp();
    expect(await invoke(senderFrame, 'library.list', {})).toEqual({
      ok: false,
      error: { code: 'untrusted-caller', details: {} },
    });
    expect(calls).toEqual([]);
  });
});
