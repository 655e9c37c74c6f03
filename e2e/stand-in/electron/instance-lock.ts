import { mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';

interface SecondStart {
  readonly argv: string[];
  readonly cwd: string;
}

/**
 * Chromium's single instance: a link `SingletonLock` in the user data that names host and process, and a socket that hears
 * of second starts. Any failure, and the link of another host, count as "not the first".
 */
export class InstanceLock {
  private server: Server | null = null;
  private folder = '';
  /** Resolves when the first instance has heard of this one. */
  announced: Promise<void> = Promise.resolve();

  get isHeld(): boolean {
    return this.server !== null;
  }

  request(folder: string, onSecond: (second: SecondStart) => void): boolean {
    if (this.server) return true;
    this.folder = folder;
    try {
      mkdirSync(folder, { recursive: true });
      return this.link(onSecond);
    } catch {
      return false;
    }
  }

  release(): void {
    if (!this.server) return;
    this.server.close();
    this.server = null;
    rmSync(this.file, { force: true });
    rmSync(this.socket, { force: true });
  }

  private get file(): string {
    return join(this.folder, 'SingletonLock');
  }
  private get socket(): string {
    return join(this.folder, 'SingletonSocket');
  }

  private link(onSecond: (second: SecondStart) => void): boolean {
    try {
      symlinkSync(`${hostname()}-${process.pid}`, this.file);
    } catch {
      const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(this.file)) ?? [];
      if (host !== hostname()) return false;
      if (isAlive(Number(pid))) {
        this.announced = this.announce();
        return false;
      }
      rmSync(this.file);
      return this.link(onSecond);
    }
    rmSync(this.socket, { force: true });
    this.server = createServer({ allowHalfOpen: true }, (other) => {
      let text = '';
      other.on('data', (data) => (text += String(data)));
      other.on('end', () => {
        other.end();
        onSecond(JSON.parse(text) as SecondStart);
      });
      other.on('error', () => undefined);
    }).listen(this.socket);
    this.server.unref();
    return true;
  }

  private announce(): Promise<void> {
    const text = JSON.stringify({ argv: process.argv, cwd: process.cwd() } satisfies SecondStart);
    return new Promise((resolve) => {
      const first = connect(this.socket, () => first.end(text));
      first.on('close', () => resolve()).on('error', () => resolve());
      first.resume();
    });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
