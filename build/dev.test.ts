import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

describe('npm run dev', () => {
  it('serves the interface from its sources and passes calls on to the host with its token', async () => {
    const data = mkdtempSync(join(tmpdir(), 'jamdai-dev-'));
    const child = spawn(process.execPath, ['build/dev.mjs', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      let url = '';
      for await (const line of createInterface({ input: child.stdout })) {
        const ready = /^\{"url":"([^"]+)"/.exec(line);
        if (!ready) continue;
        url = ready[1]!;
        break;
      }
      const page = await (await fetch(url)).text();
      expect(page).toContain('/src/main.ts');
      const call = (headers: Record<string, string>) =>
        fetch(`${url}api/app.info`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: '{}',
        });
      expect(await (await call({})).json()).toMatchObject({ ok: true, value: { shell: 'web', dataFolder: data } });
      expect((await call({ origin: 'http://other.test' })).status).toBe(403);
    } finally {
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      expect(code).toBe(0);
      rmSync(data, { recursive: true, force: true });
    }
  }, 60_000);
});
