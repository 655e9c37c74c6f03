import { configure } from '@testing-library/svelte';
import type { Transport } from '../../../core/api/client.ts';
import type { Input, Method, Output } from '../../../core/api/contract.ts';
import type { Wire } from '../../../core/api/wire.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import { AppError } from '../../../core/domain/errors.ts';
import { DEFAULT_SETTINGS } from '../../../core/domain/settings.ts';

// A view's code is fetched when it is first shown, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 10_000 });

/** jsdom lays nothing out, so nothing changes its size. */
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

type Reply<M extends Method> = Output<M> | AppError;
/** What a host says, by method. */
export type Script = { [M in Method]?: (input: Input<M>) => Reply<M> | Promise<Reply<M>> };

export const failing = (code: ErrorCode): AppError => new AppError(code, 'as the test wants it');

export const NOT_SYNCING: Output<'sync.status'> = {
  folder: null,
  seal: null,
  work: null,
  syncedAt: null,
  unwritten: 0,
  trouble: null,
  devices: [],
  onTheWay: { events: 0, packs: 0, media: 0 },
  partedAt: null,
  arrived: 0,
};
const ALWAYS: Script = {
  'settings.get': () => ({ ...DEFAULT_SETTINGS, language: 'en' }),
  'app.info': () => ({
    version: '1',
    shell: 'web',
    dataFolder: 'data',
    canOpenFolder: false,
    canChoosePath: true,
    canSavePdf: false,
    now: Date.now(),
    notices: [],
  }),
  'sync.status': () => NOT_SYNCING,
  'sync.wake': () => ({ done: true }),
};

/** A host that answers as scripted, and remembers what it was asked. */
export function scriptedHost(script: Script) {
  const asked: [Method, unknown][] = [];
  const send: Transport = async (method, input): Promise<Wire> => {
    asked.push([method, input]);
    const answer = (script[method] ?? ALWAYS[method]) as ((input: unknown) => unknown) | undefined;
    const value = answer ? await answer(input) : failing('unknown-method');
    return value instanceof AppError
      ? { ok: false, error: { code: value.code, details: { ...value.details } } }
      : { ok: true, value: JSON.parse(JSON.stringify(value)) as unknown };
  };
  return {
    send,
    asked,
    calls: (method: Method) => asked.filter(([name]) => name === method).map(([, input]) => input),
  };
}

/** A reply that comes when the test says so. */
export function held<T>() {
  let give: (value: T) => void = () => undefined;
  const reply = new Promise<T>((resolve) => (give = resolve));
  return { reply, give };
}
