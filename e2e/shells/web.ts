import type { BrowserContext } from '@playwright/test';
import { TIME_ZONE, type Shell, type ShellOptions } from './shell.ts';
import { startWebShell, type WebShell } from '../web-shell.ts';

export function webShell({ dataDir, newContext }: ShellOptions): Shell {
  let running: { server: WebShell; context: BrowserContext } | null = null;
  return {
    async start(now, onRequest) {
      const server = await startWebShell(dataDir, now);
      const context = await newContext({ timezoneId: TIME_ZONE });
      running = { server, context };
      context.on('request', (request) => onRequest(request.url()));
      const page = await context.newPage();
      await page.clock.setFixedTime(now);
      await page.goto(server.url);
      return page;
    },
    async end(crash) {
      await (crash ? running?.server.kill() : running?.server.stop());
      await running?.context.close();
      running = null;
    },
  };
}
