import { StrictEmitter } from './strict.ts';

/** `will-redirect` and `will-attach-webview` can be listened to, but never come: the page has no redirects and no webviews. */
const EVENTS = [
  'destroyed',
  'did-finish-load',
  'did-fail-load',
  'render-process-gone',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
];

type OpenHandler = (details: unknown) => { action: 'allow' | 'deny' };

export class WebContents extends StrictEmitter {
  url = '';
  openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(
    readonly id: number,
    readonly isDestroyed: () => boolean,
    readonly forcefullyCrashRenderer: () => void,
  ) {
    super('webContents', EVENTS);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  getURL = (): string => this.url;
}
