import { expect, test } from './fixtures.ts';

test('the page has no Node, no way out, and runs no script but its own', async ({ open }) => {
  const page = await open();
  expect(
    await page.evaluate(() => [
      typeof (globalThis as Record<string, unknown>)['require'],
      typeof (globalThis as Record<string, unknown>)['process'],
    ]),
  ).toEqual(['undefined', 'undefined']);
  const url = page.url();

  const violation = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
        const script = document.createElement('script');
        script.textContent = 'window.planted = true';
        document.body.append(script);
      }),
  );
  expect(violation).toContain('script-src');
  expect(await page.evaluate(() => 'planted' in window)).toBe(false);
  expect(
    await page.evaluate(() =>
      fetch('https://example.invalid/').then(
        () => 'out',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  expect(await page.evaluate(() => Notification.requestPermission())).not.toBe('granted');
  expect(page.url()).toBe(url);
});
