import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DEVICE_ID, MAX_NAME } from '../../../domain/history/limits.ts';
import { ChosenLookShape } from '../../../domain/history/settings-schema.ts';
import type { Look } from '../../../domain/settings.ts';
import type { Files } from '../../disk/files.ts';
import { readPart, readWhole, replaceFile, replaceFileNow, writeAll } from '../../disk/whole-file.ts';

/** This copy of the app. `id` owns one journal folder; two folders must never share it. */
export interface Device {
  readonly id: string;
  readonly name: string;
  /** Where this device copies its backups to as well. */
  readonly secondFolder?: string;
  /** How it looked when it got its id: what it chose since stands in its journal. */
  readonly look?: Partial<Look>;
}

const FORK = 'fork';
/** The id of a copy that parted from the device it was copied from. @param hash hex digits of what is its own */
export const forkId = (hash: string): string => `${FORK}${hash.slice(0, 28)}`;
export const isFork = (device: string): boolean => device.startsWith(FORK);
const FILE = 'device.json';

export const newDeviceId = (): string => [...randomBytes(12)].map((byte) => (byte % 36).toString(36)).join('');

/** No name, no list of folders comes near it. */
const MAX_BYTES = 16 << 20;
const MAX_PATH = 4_096;

const isFolder = (path: unknown): path is string =>
  typeof path === 'string' && path.length <= MAX_PATH && isAbsolute(path) && !path.includes('\0');

/** What of a device's file holds; null where its id does not: then a new one is safe, an old one is not. */
function deviceOf(bytes: Buffer): Device | null {
  const { id, name, secondFolder, look } = fieldsOf(bytes);
  const known = ChosenLookShape.safeParse(look);
  if (typeof id !== 'string' || !DEVICE_ID.test(id)) return null;
  return {
    id,
    name: typeof name === 'string' ? name.slice(0, MAX_NAME) : '',
    ...(isFolder(secondFolder) && { secondFolder }),
    ...(known.success && { look: known.data }),
  };
}

function fieldsOf(bytes: Buffer): Partial<Record<keyof Device, unknown>> {
  try {
    return (JSON.parse(bytes.toString('utf8')) as object | null) ?? {};
  } catch {
    return {};
  }
}

/** Does the file say what was made of it, and no more? */
function isWhole(bytes: Buffer, device: Device | null): boolean {
  const { name, secondFolder, look } = fieldsOf(bytes);
  return (
    device !== null &&
    device.name === name &&
    device.secondFolder === secondFolder &&
    isDeepStrictEqual(device.look, look)
  );
}

function readFile(files: Files, dataDir: string): Buffer | null {
  const path = join(dataDir, FILE);
  const bytes = files.facts(path)?.bytes ?? 0;
  return bytes > MAX_BYTES ? readPart(files, path, 0, MAX_BYTES) : readWhole(files, path);
}

/** The device of a data folder, or null where the file is missing or unreadable. */
export function readDevice(files: Files, dataDir: string): Device | null {
  const bytes = readFile(files, dataDir);
  return bytes && deviceOf(bytes);
}

const bytesOf = (device: Device): Buffer => Buffer.from(`${JSON.stringify(device)}\n`);

export async function writeDevice(files: Files, dataDir: string, device: Device): Promise<void> {
  await replaceFile(files, join(dataDir, FILE), (fd) => writeAll(files, fd, bytesOf(device), 0));
}

/** Puts a device that could not be written before on the disk, where it is not there yet. */
export function keepDevice(files: Files, dataDir: string, device: Device): void {
  if (readDevice(files, dataDir) === null) replaceFileNow(files, join(dataDir, FILE), bytesOf(device));
}

/** Reads the device, or makes one with a fresh id. @param quarantine gets a file that does not hold, before it is written anew */
export async function openDevice(
  files: Files,
  dataDir: string,
  quarantine: (name: string, bytes: Buffer) => void,
): Promise<Device> {
  const bytes = readFile(files, dataDir);
  const known = bytes && deviceOf(bytes);
  if (known && isWhole(bytes, known)) return known;
  if (bytes) quarantine(FILE, bytes);
  const device = known ?? { id: newDeviceId(), name: hostname() };
  await writeDevice(files, dataDir, device);
  return device;
}
