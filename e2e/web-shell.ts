import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A running web shell, as `npm run web` starts it. */
export interface WebShell {
  readonly url: string;
  readonly port: number;
  readonly token: string;
  readonly process: ChildProcess;
  /** Calls the contract, as a program would. */
  call(method: string, input: unknown): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>;
  /** Ends it politely and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and waits. */
  kill(): Promise<void>;
}

/** Starts the web shell on a data folder. @param now epoch ms at which its clock stands; the real time where left out */
export async function startWebShell(dataDir: string, now?: number): Promise<WebShell> {
  const args = [
    'build/run.mjs',
    'web',
    '--port',
    '0',
    '--data',
    dataDir,
    '--no-open',
    ...(now === undefined ? [] : ['--now', String(now)]),
  ];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TZ: 'Asia/Bangkok' },
  });
  const exited = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    exited.then(([code]) => {
      throw new Error(`the web shell ended with ${String(code)}`);
    }),
  ])) as [string];
  const { url, port, token } = JSON.parse(line) as { url: string; port: number; token: string };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    url,
    port,
    token,
    process: child,
    async call(method, input) {
      const reply = await fetch(`http://127.0.0.1:${port}/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      });
      return (await reply.json()) as { ok: boolean };
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
