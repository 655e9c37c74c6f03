import type { OnBeforeRequestListenerDetails, Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { APP_ORIGIN } from './protocol.ts';
import { guardContents, isOwnPage, isOwnRequest, lockDown } from './security.ts';

type Listener<K extends keyof Session> = Session[K] extends (handler: infer H) => void ? NonNullable<H> : never;

/** Records what the app gives to Electron's session. */
function lockedSession() {
  const given: {
    request?: Listener<'setPermissionRequestHandler'>;
    check?: Listener<'setPermissionCheckHandler'>;
    device?: Listener<'setDevicePermissionHandler'>;
  } = {};
  let before: (
    details: OnBeforeRequestListenerDetails,
    decide: (response: { cancel?: boolean }) => void,
  ) => void = () => undefined;
  lockDown({
    setPermissionRequestHandler: (handler) => void (given.request = handler as Listener<'setPermissionRequestHandler'>),
    setPermissionCheckHandler: (handler) => void (given.check = handler as Listener<'setPermissionCheckHandler'>),
    setDevicePermissionHandler: (handler) => void (given.device = handler as Listener<'setDevicePermissionHandler'>),
    webRequest: {
      onBeforeRequest: (...args: unknown[]) => {
        // With a filter, other urls would not be looked at.
        expect(args).toHaveLength(1);
        before = args[0] as typeof before;
      },
    },
  });
  const isCancelled = (url: string) => {
    let cancel: boolean | undefined;
    before({ url } as OnBeforeRequestListenerDetails, (response) => (cancel = response.cancel));
    return cancel;
  };
  return { given, isCancelled };
}

describe('lockDown', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen'] as const)(
    'denies the permission %s, asked or checked',
    (permission) => {
      const { given } = lockedSession();
      const decisions: boolean[] = [];
      given.request?.({} as WebContents, permission, (granted) => decisions.push(granted), {
        isMainFrame: true,
        requestingUrl: APP_ORIGIN,
      });
      expect(decisions).toEqual([false]);
      expect(given.check?.(null, permission, APP_ORIGIN, { isMainFrame: true })).toBe(false);
    },
  );

  it('denies every device', () => {
    const { given } = lockedSession();
    expect(given.device?.({ deviceType: 'usb', origin: APP_ORIGIN, device: {} as never })).toBe(false);
  });

  it.each([
    'http://example.org/',
    'https://example.org/',
    'https://x/?next=app://jamdai',
    'ws://127.0.0.1:9/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/hosts',
    'chrome-extension://abc/x.js',
    'not a url',
    '',
  ])('cancels the request to "%s"', (url) => {
    expect(lockedSession().isCancelled(url)).toBe(true);
  });

  it.each(['app://jamdai/index.html', 'devtools://devtools/bundled/inspector.html'])('lets "%s" through', (url) => {
    expect(lockedSession().isCancelled(url)).toBe(false);
  });
});

describe('isOwnRequest', () => {
  it.each([
    ['app://jamdai/a.js', true],
    ['APP://jamdai/a.js', true],
    ['application://jamdai/', false],
    ['app', false],
    ['//jamdai/', false],
    [' ', false],
    ['javascript:alert(1)', false],
    ['blob:app://jamdai/1', false],
    ['view-source:app://jamdai/', false],
  ])('"%s": %s', (url, isOwn) => {
    expect(isOwnRequest(url)).toBe(isOwn);
  });
});

const PAGES: readonly [url: string, isOwn: boolean][] = [
  ['app://jamdai/index.html', true],
  ['app://jamdai', true],
  ['app://jamdai/#/review', true],
  ['app://jamdai/?next=https://example.org', true],
  ['https://x/?next=app://jamdai', false],
  ['https://x/#app://jamdai/', false],
  ['https://app://jamdai', false],
  ['app://jamdai.evil/', false],
  ['app://evil/app://jamdai/', false],
  ['app://jamdai@evil/', false],
  ['app://jamdai:1/', false],
  ['app:jamdai', false],
  ['app:/jamdai', false],
  // A host that is not spelled as ours is foreign: the safe side. Chromium hands over lower case.
  ['APP://JAMDAI', false],
  ['//jamdai', false],
  ['//host', false],
  ['/index.html', false],
  ['javascript:location="app://jamdai"', false],
  ['data:text/html,app://jamdai', false],
  ['blob:app://jamdai/1', false],
  ['file:///app://jamdai/index.html', false],
  ['about:blank', false],
  ['', false],
  ['   ', false],
];

describe('isOwnPage', () => {
  it.each(PAGES)('"%s": %s', (url, isOwn) => {
    expect(isOwnPage(url, APP_ORIGIN)).toBe(isOwn);
  });
});

describe('guardContents', () => {
  function guarded() {
    const listeners = new Map<string, (event: { url: string; preventDefault(): void }) => void>();
    let open: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
    const contents = {
      on: (name: string, listener: (event: never) => void) => listeners.set(name, listener as never),
      setWindowOpenHandler: (handler: typeof open) => (open = handler),
    };
    guardContents(contents as unknown as Pick<WebContents, 'on' | 'setWindowOpenHandler'>, APP_ORIGIN);
    const isPrevented = (name: string, url: string) => {
      let prevented = false;
      const listener = listeners.get(name);
      if (!listener) throw new Error(`nobody listens to ${name}`);
      listener({ url, preventDefault: () => (prevented = true) });
      return prevented;
    };
    return { isPrevented, open: (url: string) => open?.({ url } as never) };
  }

  describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('on %s', (name) => {
    it.each(PAGES)('to "%s" stays own: %s', (url, isOwn) => {
      expect(guarded().isPrevented(name, url)).toBe(!isOwn);
    });
  });

  it('prevents every webview, our own page in it too', () => {
    expect(guarded().isPrevented('will-attach-webview', 'app://jamdai/index.html')).toBe(true);
  });

  it('opens no window, not even one of our own', () => {
    expect(guarded().open('app://jamdai/index.html')).toEqual({ action: 'deny' });
    expect(guarded().open('https://example.org/')).toEqual({ action: 'deny' });
  });
});
