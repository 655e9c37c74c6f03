import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { DEVICE_ID, MAX_NAME } from '../../../domain/history/limits.ts';
import type { Files } from '../../disk/files.ts';
import { readWhole, replaceFile, writeAll } from '../../disk/whole-file.ts';

/** This copy of the app. `id` owns one journal folder; two folders must never share it. */
export interface Device {
  readonly id: string;
  readonly name: string;
  /** Where this device copies its backups to as well. */
  readonly secondFolder?: string;
}

const FORK = 'fork';
/** The id of a copy that parted from the device it was copied from. @param hash hex digits of what is its own */
export const forkId = (hash: string): string => `${FORK}${hash.slice(0, 28)}`;
export const isFork = (device: string): boolean => device.startsWith(FORK);
const FILE = 'device.json';

export const newDeviceId = (): string => [...randomBytes(12)].map((byte) => (byte % 36).toString(36)).join('');

/** The device of a data folder, or null where the file is missing or unreadable: then a new one is safe, an old id is not. */
export function readDevice(files: Files, dataDir: string): Device | null {
  const bytes = readWhole(files, join(dataDir, FILE));
  if (bytes === null) return null;
  try {
    const { id, name, secondFolder } = JSON.parse(bytes.toString('utf8')) as Partial<Record<keyof Device, unknown>>;
    if (typeof id !== 'string' || !DEVICE_ID.test(id)) return null;
    return {
      id,
      name: typeof name === 'string' ? name.slice(0, MAX_NAME) : '',
      ...(typeof secondFolder === 'string' && isAbsolute(secondFolder) && { secondFolder }),
    };
  } catch {
    // Not JSON: same as missing.
  }
  return null;
}

export async function writeDevice(files: Files, dataDir: string, device: Device): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(device)}\n`);
  await replaceFile(files, join(dataDir, FILE), (fd) => writeAll(files, fd, bytes, 0));
}

/** Reads the device, or makes one with a fresh id. */
export async function openDevice(files: Files, dataDir: string): Promise<Device> {
  const known = readDevice(files, dataDir);
  if (known) return known;
  const device: Device = { id: newDeviceId(), name: hostname() };
  await writeDevice(files, dataDir, device);
  return device;
}
