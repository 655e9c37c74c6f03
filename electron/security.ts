import type { Session, WebContents } from 'electron';

type Lockable = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
};
type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** Url schemes the window may load from. `devtools:` serves the developer tools of an unpackaged run. */
const OWN_SCHEMES = new Set(['app:', 'devtools:']);

/** Denies every permission and device, and every request that would leave the machine. */
export function lockDown(session: Lockable): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnRequest(url) }));
}

export function isOwnRequest(url: string): boolean {
  return URL.canParse(url) && OWN_SCHEMES.has(new URL(url).protocol);
}

/** Whether a url belongs to the app's own page. Compared as parsed parts: `?next=app://jamdai` must stay foreign. */
export function isOwnPage(url: string, origin: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === origin;
}

/** Keeps a window on the app's own page: no navigation away, no new windows, no webviews. */
export function guardContents(contents: Guarded, origin: string): void {
  const stay = (event: { preventDefault(): void; readonly url: string }) => {
    if (!isOwnPage(event.url, origin)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
