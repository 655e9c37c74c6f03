import type { Frame, Route } from '@playwright/test';
import { toApp, toPage } from './addresses.ts';
import type { Ask } from './channel.ts';
import type { Windows } from './windows.ts';

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/**
 * Answers every request of the windows as Electron does: the guards of the contents for a navigation, the filter of the
 * session, then the protocol's handler. @param onRequest hears of each request that the app lets through
 */
export function answerRequests(windows: Windows, ask: Ask, onRequest: (url: string) => void) {
  return (route: Route): Promise<void> =>
    answer(route, windows, ask, onRequest).catch(() => route.abort('failed').catch(() => undefined));
}

async function answer(route: Route, windows: Windows, ask: Ask, onRequest: (url: string) => void): Promise<void> {
  const request = route.request();
  const url = toApp(request.url());
  const frame = frameOf(route);
  const own = windows.idOf(frame?.page());
  const id = own ?? windows.opener();
  if (frame === null || own === undefined) {
    // A page the app did not make: a window that the page wants to open.
    if ((await ask('contents.open', { id, url })) === 'deny') {
      await route.abort('aborted');
      return windows.closePopups(id);
    }
  } else if (request.isNavigationRequest() && !windows.isLoading(request.url())) {
    const isMainFrame = frame.parentFrame() === null;
    for (const name of ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])])
      if (await ask('contents.event', { id, name, url, isMainFrame, isSameDocument: false }))
        return route.abort('aborted');
  }
  const method = request.method();
  const asked = { url, method, resourceType: request.resourceType(), webContentsId: id };
  const { cancel } = (await ask('before-request', asked)) as { cancel?: boolean };
  if (cancel) return route.abort('blockedbyclient');
  onRequest(url);
  const reply = (await ask('protocol.request', { url, method, headers: request.headers() })) as Reply | null;
  // Nothing but the app's own scheme is answered: there is no network here.
  return reply
    ? route.fulfill({ ...reply, headers: inPage(reply.headers), body: Buffer.from(reply.body) })
    : route.abort('internetdisconnected');
}

/** A policy that names addresses of the app names them as the page knows them. */
function inPage({ 'content-security-policy': policy, ...headers }: Reply['headers']): Reply['headers'] {
  if (policy === undefined) return headers;
  return { ...headers, 'content-security-policy': policy.split(' ').map(toPage).join(' ') };
}

function frameOf(route: Route): Frame | null {
  try {
    return route.request().frame();
  } catch {
    // A navigation of a page that is not there yet.
    return null;
  }
}
