import { expect, test, type Page } from './fixtures.ts';

test.use({ locale: 'en-GB' });

type Host = Page;
const OUT = 'https://example.invalid/';

test('the page has two functions of the main process, in a world of its own', async ({ open }) => {
  const page = await open();
  const seen = await page.evaluate(() => {
    const { host } = window as unknown as Host;
    const change = () => {
      'use strict';
      Object.assign(host, { call: null });
    };
    let changed = true;
    try {
      change();
    } catch {
      changed = false;
    }
    return [Object.keys(host), changed];
  });
  expect(seen).toEqual([['call', 'pathOf'], false]);
  const leaked = await page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => /^(standIn|process|require|module|ipcRenderer)/.test(name)),
  );
  expect(leaked).toEqual([]);
});

test('the bridge works though the page has broken the language around it', async ({ open }) => {
  const page = await open();
  const reply = await page.evaluate(async () => {
    const { call } = Function.prototype;
    const { map } = Array.prototype;
    Function.prototype.call = () => 'broken';
    Array.prototype.map = () => [];
    // Only for the moment of the call: what the page itself does with a broken language is not what is looked at.
    const asked = (window as unknown as Host).host.call('app.info', {});
    Object.assign(Function.prototype, { call });
    Object.assign(Array.prototype, { map });
    return asked;
  });
  expect(reply).toMatchObject({ ok: true });
});

test('IPC refuses what is no method, no input and no data', async ({ open }) => {
  const page = await open();
  const call = (method: unknown, input: unknown) =>
    page.evaluate(([m, i]) => (window as unknown as Host).host.call(m, i), [method, input]);
  for (const method of ['nothing.here', '__proto__', 'constructor', '', null, 7])
    expect(await call(method, {}), String(method)).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  for (const input of [null, 7, 'text', { days: 'many' }, { days: 7, more: true }])
    expect(await call('history.list', input), JSON.stringify(input)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  const thrown = await page.evaluate(() =>
    (async () => (window as unknown as Host).host.call('app.info', () => 1))().then(
      () => 'passed',
      (error: Error) => error.message,
    ),
  );
  expect(thrown).toContain('could not be cloned');
});

test('IPC refuses a page that is not ours', async ({ open }) => {
  const page = await open();
  await page.goto('about:blank');
  expect(await page.evaluate(() => (window as unknown as Host).host.call('app.info', {}))).toEqual({
    ok: false,
    error: { code: 'untrusted-caller', details: {} },
  });
});

test('every file comes with the policy; what is none of ours is not found', async ({ open }) => {
  const page = await open();
  const { policy, kind } = await page.evaluate(async () => {
    const { headers } = await fetch('index.html');
    return { policy: headers.get('content-security-policy'), kind: headers.get('content-type') };
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(kind).toBe('text/html; charset=utf-8');
  const status = (path: string) => page.evaluate((to) => fetch(to).then((reply) => reply.status), path);
  for (const path of ['nothing.js', 'assets', '%2e%2e/electron/main.js', '..%5c..%5cpackage.json'])
    expect(await status(path), path).toBe(404);
});

const NAVIGATIONS: Readonly<Record<string, string>> = {
  'an address': OUT,
  'an address that names ours': `${OUT}?next=app://jamdai/`,
  data: 'data:text/html,<h1>planted</h1>',
};
for (const [what, url] of Object.entries(NAVIGATIONS))
  test(`the page can not leave for ${what}: by script, link or form`, async ({ open, main }) => {
    const page = await open();
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    const before = page.url();
    for (const way of ['script', 'link', 'top'] as const) {
      await page.evaluate(
        ([how, to]) => {
          const link = Object.assign(document.createElement('a'), { href: to, target: how === 'top' ? '_top' : '' });
          document.body.append(link);
          if (how === 'script') location.href = to;
          else link.click();
          link.remove();
        },
        [way, url] as const,
      );
      // A navigation that is let through takes the page's world with it.
      await page.waitForTimeout(150);
      expect(await page.evaluate(() => 'stayed' in window).catch(() => false), way).toBe(true);
    }
    expect(page.url()).toBe(before);
    expect(main().windows()).toHaveLength(1);
  });

test('the guards are asked, and prevent', async ({ open, main }) => {
  const page = await open();
  await main().evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    webContents.on('will-frame-navigate', (event) => seen.push([event.url, event.defaultPrevented]));
  });
  await page.evaluate((to) => (location.href = to), OUT);
  await expect
    .poll(() => main().evaluate(() => (globalThis as Record<string, unknown>)['seen']))
    .toEqual([[OUT, true]]);
});

for (const url of ['', 'about:blank', 'index.html', OUT])
  test(`no window is opened for "${url}"`, async ({ open, main }) => {
    const page = await open();
    await page.evaluate((to) => void Object.assign(window, { opened: window.open(to) }), url);
    const isOpen = () => page.evaluate(() => (window as unknown as { opened: Window | null }).opened?.closed === false);
    await expect.poll(isOpen).toBe(false);
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, target: '_blank' });
      document.body.append(link);
      link.click();
    }, url);
    // A window that is let through is there after a moment, and stays.
    await page.waitForTimeout(300);
    await expect.poll(() => main().windows().length).toBe(1);
    const count = await main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(count).toBe(1);
    await expect(page.getByRole('main')).toBeVisible();
  });

test('every permission is denied', async ({ open }) => {
  const page = await open();
  const states = await page.evaluate(() =>
    Promise.all(
      ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'].map(async (name) => [
        name,
        (await navigator.permissions.query({ name: name as PermissionName })).state,
      ]),
    ),
  );
  expect(states.filter(([, state]) => state !== 'denied')).toEqual([]);
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
});
