/** Chromium has no scheme `app`: `app://jamdai/x` is `https://jamdai.app.stand-in.test/x` in the page, and nowhere else. */
const END = '.stand-in.test';

export function toPage(url: string): string {
  return url.replace(/^([a-z]+):\/\/([^/?#]+)/, (all, scheme: string, host: string) =>
    /^https?$/.test(scheme) ? all : `https://${host}.${scheme}${END}`,
  );
}

export function toApp(url: string): string {
  return url.replace(
    /^(blob:)?https:\/\/([^/?#]+)\.([a-z]+)\.stand-in\.test(?=[/?#]|$)/,
    (_all, blob: string | undefined, host: string, scheme: string) => `${blob ?? ''}${scheme}://${host}`,
  );
}
