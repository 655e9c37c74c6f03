import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { hexOfCrc } from './crc-hex.ts';
import type { Files } from './files.ts';
import { makeLastingFolder } from './lasting-folder.ts';
import { readWhole, writeAll } from './whole-file.ts';
import { kindAt } from './kind-at.ts';

const FOLDER = 'quarantine';
const REPORT = 'report.txt';

/** Why something was set aside, in the words of the report. */
const REASONS = {
  damaged: ['a damaged line of the journal', 'บรรทัดที่เสียหายในบันทึก'],
  refused: [
    'a whole line that says what can not be, or what only a newer version knows',
    'บรรทัดที่สมบูรณ์แต่มีค่าที่เป็นไปไม่ได้ หรือเป็นชนิดที่รุ่นใหม่กว่าเท่านั้นรู้จัก',
  ],
  'out-of-sequence': ['a line whose number does not follow', 'บรรทัดที่ลำดับไม่ต่อเนื่อง'],
  'other-device': ['a line of another device', 'บรรทัดของอุปกรณ์อื่น'],
  unfinished: [
    'a line or an import that was being written when the app ended; it had not been confirmed',
    'บรรทัดหรือการนำเข้าที่ยังเขียนไม่เสร็จเมื่อโปรแกรมปิด และยังไม่ได้ยืนยัน',
  ],
  device: ['a device.json that could not be used as it was', 'ไฟล์ device.json ที่ใช้ตามเดิมไม่ได้'],
  snapshot: [
    'a damaged copy of the progress; it was rebuilt from the journal',
    'สำเนาความก้าวหน้าที่เสียหาย สร้างใหม่จากบันทึกแล้ว',
  ],
} as const;
export type Reason = keyof typeof REASONS;

export const quarantineOf = (dataDir: string): string => join(dataDir, FOLDER);

/** A path in the quarantine nothing has, for what is moved there as it is; the folder is made. @param path below the data folder */
export function freeQuarantineName(files: Files, dataDir: string, path: string): string {
  makeLastingFolder(files, dataDir, quarantineOf(dataDir));
  const plain = join(quarantineOf(dataDir), path.replaceAll('/', '_'));
  let name = plain;
  for (let n = 2; kindAt(files, name) !== null; n++) name = `${plain}.${n}`;
  return name;
}

/** Where bytes go that can not be used: kept for ever, each once, with a report a person can read. */
export class Quarantine {
  /** Pieces set aside since the folder was opened, by reason. */
  readonly counts = new Map<Reason, number>();

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
    private readonly now: () => number,
  ) {}

  /**
   * Keeps a copy and returns true when the disk has it, its name too. A disk that refuses even that does not stop the start:
   * what is damaged stays where it is, and must not be cut off.
   */
  put(reason: Reason, from: string, bytes: Uint8Array): boolean {
    const name = `${from.replaceAll(/[^\w.-]+/g, '_')}.${hexOfCrc(crc32(bytes))}`;
    const path = join(this.dataDir, FOLDER, name);
    let isKept = false;
    try {
      if (readWhole(this.files, path)?.equals(bytes)) return this.#lasts(path);
      makeLastingFolder(this.files, this.dataDir, join(this.dataDir, FOLDER));
      this.#write(name, bytes, 0);
      isKept = this.#lasts(path);
      this.#report(reason, from, name, bytes.length);
    } catch {
      // Told by the count below; the bytes are still in their place.
    }
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
    return isKept;
  }

  /** A program that was killed may have written it and gone no further. */
  #lasts(path: string): true {
    const fd = this.files.open(path, 'r+');
    try {
      this.files.datasync(fd);
    } finally {
      this.files.close(fd);
    }
    this.files.syncFolder(join(this.dataDir, FOLDER));
    return true;
  }

  #write(name: string, bytes: Uint8Array, offset: number): void {
    const path = join(this.dataDir, FOLDER, name);
    const fd = this.files.open(path, this.files.facts(path) === null ? 'wx' : 'r+');
    try {
      writeAll(this.files, fd, bytes, offset);
      if (this.files.size(fd) > offset + bytes.length) this.files.truncate(fd, offset + bytes.length);
    } finally {
      this.files.close(fd);
    }
  }

  #report(reason: Reason, from: string, name: string, bytes: number): void {
    const [en, th] = REASONS[reason];
    const line = `${new Date(this.now()).toISOString()}  ${from}  ${bytes} bytes -> ${name}\n  ${en}\n  ${th}\n`;
    const end = this.files.facts(join(this.dataDir, FOLDER, REPORT))?.bytes ?? 0;
    this.#write(REPORT, Buffer.from(line), end);
  }
}
