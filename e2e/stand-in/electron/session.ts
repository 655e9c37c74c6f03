import { standInApp } from './app.ts';
import { protocol } from './protocol.ts';
import { needs, strict } from './strict.ts';

type Decide = (granted: boolean) => void;
type Before = (details: unknown, decide: (response: { cancel?: boolean }) => void) => void;

const given: {
  request?: (contents: null, permission: string, decide: Decide, details: object) => void;
  check?: (contents: null, permission: string, origin: string, details: object) => boolean;
  device?: (details: object) => boolean;
  before?: Before;
} = {};

const defaultSession = strict('session', {
  protocol,
  webRequest: strict('webRequest', {
    onBeforeRequest(...args: [Before]): void {
      needs(args.length === 1, 'the stand-in has no filter of urls');
      given.before = args[0];
    },
  }),
  setPermissionRequestHandler: (handler: NonNullable<typeof given.request>): void => void (given.request = handler),
  setPermissionCheckHandler: (handler: NonNullable<typeof given.check>): void => void (given.check = handler),
  setDevicePermissionHandler: (handler: NonNullable<typeof given.device>): void => void (given.device = handler),
});

export const session = strict('session', {
  get defaultSession() {
    needs(standInApp.isReady(), 'Session can only be received when app is ready');
    return defaultSession;
  },
});

/** What the app says to a request; without a listener Electron lets it through. */
export const beforeRequest = (details: unknown): Promise<{ cancel?: boolean }> =>
  new Promise((resolve) => (given.before ? given.before(details, resolve) : resolve({})));

const ASKED = ['notifications', 'geolocation', 'media', 'clipboard-read', 'midi', 'idle-detection'];

/** What the app says to each permission; without handlers Electron grants everything. */
export function permissions(): Record<string, boolean> {
  const details = { isMainFrame: true, requestingUrl: '' };
  return Object.fromEntries(
    ASKED.map((name) => {
      let isGranted = true;
      given.request?.(null, name, (decision) => (isGranted = decision), details);
      return [name, isGranted && (given.check?.(null, name, '', details) ?? true)];
    }),
  );
}
