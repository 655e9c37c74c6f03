import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { API_CHANNEL } from '../core/api/channel.ts';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, unknown>>(),
  invoked: [] as unknown[][],
}));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => electron.exposed.set(name, api) },
  webUtils: { getPathForFile: (file: File) => (file.name === 'pasted.txt' ? '' : `/home/me/${file.name}`) },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      electron.invoked.push(args);
      return { ok: true, value: 'answered' };
    },
  },
}));

function load(sandboxed: boolean | undefined, contextIsolated: boolean | undefined): Promise<unknown> {
  Object.assign(process, { sandboxed, contextIsolated });
  return import('./preload.ts');
}

describe('the preload', () => {
  beforeEach(() => {
    vi.resetModules();
    electron.exposed.clear();
    electron.invoked.length = 0;
  });
  afterEach(() => {
    Reflect.deleteProperty(process, 'sandboxed');
    Reflect.deleteProperty(process, 'contextIsolated');
  });

  it('shows the page two functions and nothing else', async () => {
    await load(true, true);
    expect([...electron.exposed.keys()]).toEqual(['host']);
    expect(Object.keys(electron.exposed.get('host') ?? {})).toEqual(['call', 'pathOf']);
  });

  it('sends method and input over the one channel and drops the rest', async () => {
    await load(true, true);
    const call = electron.exposed.get('host')?.['call'] as (...args: unknown[]) => Promise<unknown>;
    expect(await call('library.list', {}, 'more')).toEqual({ ok: true, value: 'answered' });
    expect(electron.invoked).toEqual([[API_CHANNEL, 'library.list', {}]]);
  });

  it('says where a dropped file lies, and of nothing else', async () => {
    await load(true, true);
    const pathOf = electron.exposed.get('host')?.['pathOf'] as (file: unknown) => string;
    expect(pathOf(new File(['x'], 'deck.apkg'))).toBe('/home/me/deck.apkg');
    expect(pathOf(new File(['x'], 'pasted.txt'))).toBe('');
    expect(pathOf({ name: 'passwd' })).toBe('');
  });

  it.each([
    ['not sandboxed', false, true],
    ['not isolated', true, false],
    ['neither', undefined, undefined],
  ])('throws and shows nothing when it is %s', async (_what, sandboxed, isolated) => {
    await expect(load(sandboxed, isolated)).rejects.toThrow('sandboxed and isolated');
    expect(electron.exposed.size).toBe(0);
  });
});
