import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { toApp } from '../addresses.ts';
import { decode, encode } from './codec.ts';
import { setPermissions } from './permissions.ts';
import { BINDING, isolatedWorld, mainWorld, WORLD } from './worlds.ts';

/** What the main process says of a window it makes. */
export interface WindowMade {
  readonly id: number;
  readonly bounds: { readonly width: number; readonly height: number };
  readonly preload: string;
  readonly sandbox: boolean;
  readonly contextIsolation: boolean;
  readonly permissions: Readonly<Record<string, boolean>>;
}
/** Who calls: origin and address of the frame whose world it is. */
interface Sender {
  readonly url: string;
  readonly origin: string;
}
interface Call {
  readonly id: number;
  readonly channel: string;
  readonly args: unknown;
}
export interface Heard {
  painted(): void;
  preloadFailed(error: string): void;
  invoke(channel: string, args: unknown[], from: Sender): Promise<unknown>;
}

/** A page of Chromium that is a window of the app: its size, its permissions, its preload in a world of its own. */
export async function makePage(context: BrowserContext, made: WindowMade, heard: Heard): Promise<Page> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const senders = new Map<number, Sender>();
  cdp.on('Runtime.executionContextCreated', ({ context: { id: world, name, origin } }) => {
    if (name === WORLD)
      senders.set(world, { origin: toApp(origin === '://' ? 'null' : origin), url: toApp(page.url()) });
  });
  cdp.on('Runtime.executionContextsCleared', () => senders.clear());
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId: world }) => {
    const message = JSON.parse(payload) as Call | { readonly preloadError: string };
    const from = senders.get(world);
    if ('preloadError' in message) heard.preloadFailed(message.preloadError);
    // A world whose page has gone has no frame any more; nobody waits for the answer.
    else if (name === BINDING && from) void answer(cdp, world, message, from, heard);
  });
  cdp.on('Page.lifecycleEvent', ({ name }) => {
    if (name === 'firstContentfulPaint') heard.painted();
  });
  const secret = randomUUID();
  const { sandbox, contextIsolation, preload } = made;
  const seen = { sandboxed: sandbox, contextIsolated: contextIsolation, platform: process.platform, type: 'renderer' };
  await Promise.all([
    page.setViewportSize(made.bounds),
    cdp.send('Page.enable'),
    cdp.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    cdp.send('Runtime.enable'),
    cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
    cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld(secret) }),
    cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorld(secret, preload, seen),
      worldName: WORLD,
    }),
    setPermissions(cdp, made.permissions),
  ]);
  return page;
}

async function answer(cdp: CDPSession, world: number, call: Call, from: Sender, heard: Heard): Promise<void> {
  const { id, channel, args } = call;
  const reply = await heard.invoke(channel, decode(args) as unknown[], from).then(
    (value) => [id, JSON.stringify(encode(value))],
    (error: Error) => [id, '', error.message],
  );
  const expression = `standInReply(${reply.map((part) => JSON.stringify(part)).join(',')})`;
  // The page may have gone meanwhile.
  await cdp.send('Runtime.evaluate', { contextId: world, expression }).catch(() => undefined);
}
