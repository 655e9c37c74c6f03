import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roomOf, SERVICE_ROOMS } from './service-rooms.mjs';

const ROOT = join(import.meta.dirname, '..');
const SERVICES = join(ROOT, 'core/services');
/** A room more than there was: several devices over one folder have nothing to do with backups, which only bring together what is at rest. */
const MOST_ROOMS = 29;
const rooms: readonly (readonly [string, readonly string[]])[] = Object.entries(SERVICE_ROOMS);
const isFolder = (room: string) => !room.endsWith('.ts');

const files = readdirSync(SERVICES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path));

/** The plan in ARCHITECTURE.md: rows of room, job and what it imports. */
function planned(): Record<string, string[]> {
  const section = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split('## The rooms of core/services')[1] ?? '';
  const rows = section.split('\n## ')[0]!.matchAll(/^\| `([^`]+)` \|[^|]*\|([^|]*)\|$/gm);
  return Object.fromEntries(
    Array.from(rows, ([, room = '', imports = '']) => [
      room,
      [...imports.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
    ]),
  );
}

describe('the rooms of core/services', () => {
  it('have no cycle: each imports only rooms that stand before it', () => {
    const names = rooms.map(([room]) => room);
    for (const [at, [room, imports]] of rooms.entries())
      expect(
        imports.filter((other) => !names.slice(0, at).includes(other)),
        room,
      ).toEqual([]);
  });

  it('are all in the table, and none is there without a file', () => {
    const found = new Set(files.map(roomOf));
    found.delete('app.ts');
    expect([...found].sort()).toEqual(rooms.map(([room]) => room).sort());
  });

  it('are at most 29 on the floor plan, and ARCHITECTURE.md shows the same arrows', () => {
    const folders = rooms.filter(([room]) => isFolder(room) && !room.startsWith('backups/'));
    expect(folders.length).toBeLessThanOrEqual(MOST_ROOMS);
    const arrows = folders.map(([room, imports]) => [
      room,
      imports.filter((other) => isFolder(other) && !other.startsWith('backups/')).sort(),
    ]);
    const plan = Object.fromEntries(Object.entries(planned()).map(([room, imports]) => [room, imports.sort()]));
    expect(plan).toEqual(Object.fromEntries(arrows));
  });

  it("are shown by the store's page, which names files that are there", () => {
    const store = join(SERVICES, 'store');
    const named = [...readFileSync(join(store, 'README.md'), 'utf8').matchAll(/`([^`\s]+\.(?:ts|mjs))`/g)].map(
      ([, path]) => path!,
    );
    expect(named.length).toBeGreaterThan(30);
    const places = [store, join(store, 'fold'), join(store, 'journal'), join(store, 'snapshot'), ROOT];
    expect(named.filter((path) => !places.some((folder) => existsSync(join(folder, path))))).toEqual([]);
  });

  it('know the room of a file: the deepest folder of the table, or the file itself', () => {
    expect(['ports.ts', 'store/start.ts', 'store/journal/marks.ts', 'store/torture/answering.ts'].map(roomOf)).toEqual([
      'ports.ts',
      'store',
      'store/journal',
      'store',
    ]);
  });
});
