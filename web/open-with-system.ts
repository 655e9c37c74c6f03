import { spawn } from 'node:child_process';

const COMMANDS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
};

/** Hands a folder or a loopback address to the system's own program for it. Resolves false when there is none. */
export function openWithSystem(target: string, platform: NodeJS.Platform): Promise<boolean> {
  const [command = 'xdg-open', ...args] = COMMANDS[platform] ?? [];
  return new Promise((resolve) => {
    const child = spawn(command, [...args, target], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
