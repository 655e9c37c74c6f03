import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { configOf, type Peer } from './config.ts';
import { freePorts } from './free-ports.ts';

const run = promisify(execFile);
const API_KEY = 'jamdai-end-to-end';
const READY_WITHIN_MS = 60_000;
/** A port that was free may be taken before Syncthing asks for it. */
const TRIES = 3;
const STILL_MS = 1000;
const SYNCTHINGS_OWN = /(?:^|\/)\.(?:stfolder|syncthing\.|stversions)/;
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A real Syncthing with a folder of its own. */
export interface Mirror {
  readonly folder: string;
  /** The address of its own page. */
  readonly gui: string;
  /** Ends it as a power cut would, and waits. */
  kill(): Promise<void>;
  /** Starts it again after a kill. */
  start(): Promise<void>;
  /** Ends it politely and waits. */
  stop(): Promise<void>;
  /** Looks through its folder now, and starts again where it ended by itself; resolves when it has. */
  scan(): Promise<void>;
}

async function identityOf(program: string, home: string): Promise<string> {
  const { stdout, stderr } = await run(program, ['generate', `--home=${home}`, '--no-default-folder']);
  const id = /Device ID: (\S+)/.exec(stdout + stderr)?.[1];
  if (!id) throw new Error(`Syncthing names no device: ${stdout}${stderr}`);
  return id;
}

class RunningMirror implements Mirror {
  #child: ChildProcess | null = null;
  #guiPort: number;

  constructor(
    private readonly program: string,
    private readonly home: string,
    private readonly own: Peer,
  ) {
    this.#guiPort = own.guiPort;
  }

  get folder(): string {
    return this.own.folder;
  }

  get gui(): string {
    return `http://127.0.0.1:${this.#guiPort}/`;
  }

  async start(): Promise<void> {
    // While it was down somebody may have taken the port of its page, without which it ends.
    if (this.#child !== null) [this.#guiPort = 0] = await freePorts(1);
    const page = `--gui-address=127.0.0.1:${this.#guiPort}`;
    const child = spawn(this.program, ['serve', `--home=${this.home}`, page, '--no-browser', '--no-restart'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Without the process that watches over it and would outlive it for a moment, its database in hand.
      env: { ...process.env, STNOUPGRADE: '1', STMONITORED: 'yes' },
    });
    this.#child = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
    for (const end = Date.now() + READY_WITHIN_MS; ; await wait(100)) {
      if (child.exitCode !== null) throw new Error(`Syncthing ended with ${child.exitCode}:\n${said}`);
      if (await this.#ask('GET', 'system/ping').catch(() => null)) return;
      if (Date.now() > end) throw new Error(`Syncthing is not ready:\n${said}`);
    }
  }

  kill = () => this.#end('SIGKILL');
  stop = () => this.#end('SIGTERM');

  async scan(): Promise<void> {
    if (this.#hasEnded()) await this.start();
    // One that is busy is late: it looks by itself every few seconds.
    await this.#ask('POST', 'db/scan?folder=jamdai').catch(() => undefined);
  }

  async #ask(method: string, path: string): Promise<unknown> {
    const url = `${this.gui}rest/${path}`;
    const reply = await fetch(url, { method, headers: { 'X-API-Key': API_KEY } });
    if (!reply.ok) throw new Error(`Syncthing answers ${path} with ${reply.status}`);
    const text = await reply.text();
    return text === '' ? {} : JSON.parse(text);
  }

  /** Did it end, whether it was asked to or not? */
  #hasEnded(): boolean {
    return this.#child === null || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || this.#hasEnded()) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}

async function startOnce(program: string, place: string, folders: readonly string[]): Promise<Mirror[]> {
  const ports = await freePorts(folders.length * 2);
  const homes = folders.map((_, i) => join(place, `syncthing-${i}`));
  const peers: Peer[] = [];
  for (const [i, folder] of folders.entries()) {
    mkdirSync(folder, { recursive: true });
    const id = await identityOf(program, homes[i]!);
    peers.push({ id, port: ports[2 * i]!, guiPort: ports[2 * i + 1]!, folder });
  }
  const mirrors = peers.map((own, i) => {
    writeFileSync(join(homes[i]!, 'config.xml'), configOf(own, peers, API_KEY));
    return new RunningMirror(program, homes[i]!, own);
  });
  const started = await Promise.allSettled(mirrors.map((mirror) => mirror.start()));
  const failed = started.find((result) => result.status === 'rejected');
  if (!failed) return mirrors;
  await Promise.all(mirrors.map((mirror) => mirror.stop()));
  throw failed.reason;
}

/**
 * Starts a Syncthing for each folder, so that all of them mirror each other, on this machine alone. Whoever starts them stops them.
 * @param place a folder for their keys and databases
 */
export async function startMirrors(program: string, place: string, folders: readonly string[]): Promise<Mirror[]> {
  for (let tries = 1; ; tries += 1)
    try {
      return await startOnce(program, join(place, `try-${tries}`), folders);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
}

/** What is in a folder: each path with a hash of its bytes. What Syncthing keeps there for itself is left out. Null where a file goes meanwhile. */
function contentOf(folder: string): string | null {
  try {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    const files = paths.filter((path) => !SYNCTHINGS_OWN.test(path) && statSync(join(folder, path)).isFile());
    return files.map((path) => `${path} ${hash(readFileSync(join(folder, path)))}`).join('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Waits until all mirrors have the same files, and still have them a moment later. @throws where that takes longer than `withinMs` */
export async function untilMirrored(mirrors: readonly Mirror[], withinMs: number): Promise<void> {
  let before: string | null = null;
  for (const end = Date.now() + withinMs; ; await wait(STILL_MS)) {
    await Promise.all(mirrors.map((mirror) => mirror.scan()));
    const contents = new Set(mirrors.map(({ folder }) => contentOf(folder)));
    const content = contents.size === 1 ? [...contents][0]! : null;
    if (content !== null && content === before) return;
    before = content;
    if (Date.now() > end) throw new Error(`after ${withinMs} ms the folders differ:\n${[...contents].join('\n\n')}`);
  }
}
