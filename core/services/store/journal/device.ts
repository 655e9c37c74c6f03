import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../../disk/files.ts';
import { readWhole, replaceFile, replaceFileNow, writeAll } from '../../disk/whole-file.ts';

/** This copy of the app. `id` owns one journal folder; two folders must never share it. */
export interface Device {
  readonly id: string;
  readonly name: string;
  /** Where this device copies its backups to as well. */
  readonly secondFolder?: string;
}

export const DEVICE_ID = /^[a-z0-9]{6,40}$/;
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
      name: typeof name === 'string' ? name : '',
      ...(typeof secondFolder === 'string' && { secondFolder }),
    };
  } catch {
    // Not JSON: same as missing.
  }
  return null;
}

const bytesOf = (device: Device): Buffer => Buffer.from(`${JSON.stringify(device)}\n`);

export async function writeDevice(files: Files, dataDir: string, device: Device): Promise<void> {
  await replaceFile(files, join(dataDir, FILE), (fd) => writeAll(files, fd, bytesOf(device), 0));
}

/** Puts a device that could not be written before on the disk, where it is not there yet. */
export function keepDevice(files: Files, dataDir: string, device: Device): void {
  if (readDevice(files, dataDir) === null) replaceFileNow(files, join(dataDir, FILE), bytesOf(device));
}

/** Reads the device, or makes one with a fresh id. */
export async function openDevice(files: Files, dataDir: string): Promise<Device> {
  const known = readDevice(files, dataDir);
  if (known) return known;
  const device: Device = { id: newDeviceId(), name: hostname() };
  await writeDevice(files, dataDir, device);
  return device;
}
