import type { BrowserContext, Page } from '@playwright/test';
import { toPage } from './addresses.ts';
import type { Ask } from './channel.ts';
import { makePage, type WindowMade } from './page/make-page.ts';
import { closePopups } from './page/popups.ts';

interface OpenWindow {
  readonly made: WindowMade;
  page: Page;
  isCrashed: boolean;
}

/** Code and name of Chromium's network errors that a load can end with; the rest is `ERR_FAILED`. */
const CODES: Readonly<Record<string, number>> = { ERR_ABORTED: -3, ERR_INTERNET_DISCONNECTED: -106 };

/** The windows of the main process, each a page of Chromium. */
export class Windows {
  private readonly open = new Map<number, OpenWindow>();
  /** Addresses that the main process itself loads: no navigation of the page. */
  private readonly loading = new Set<string>();
  private tellFirst: (page: Page) => void = () => undefined;
  readonly first = new Promise<Page>((resolve) => (this.tellFirst = resolve));

  constructor(
    private readonly context: BrowserContext,
    private readonly ask: Ask,
    private readonly faults: string[],
  ) {}

  pages(): Page[] {
    return [...this.open.values()].map(({ page }) => page);
  }

  /** Id of the window a page is; undefined for a page the app did not open. */
  idOf(page: Page | undefined): number | undefined {
    return [...this.open].find(([, window]) => window.page === page)?.[0];
  }

  /** The only window; the one that a page which is not there yet was asked for by. */
  opener(): number | undefined {
    return [...this.open.keys()][0];
  }

  /** Whether the main process asked for this load; once only. */
  isLoading(url: string): boolean {
    return this.loading.delete(url);
  }

  async create(made: WindowMade): Promise<void> {
    const page = await this.makePage(made);
    this.open.set(made.id, { made, page, isCrashed: false });
    this.tellFirst(page);
  }

  async load(id: number, address: string): Promise<{ code: number; description: string } | null> {
    const window = this.open.get(id);
    if (!window) return null;
    if (window.isCrashed) await this.replace(window);
    const url = toPage(address);
    this.loading.add(url);
    try {
      await window.page.goto(url);
      return null;
    } catch (error) {
      const [, description = 'ERR_FAILED'] = /net::(ERR_\w+)/.exec(String(error)) ?? [];
      return { code: CODES[description] ?? -2, description };
    } finally {
      this.loading.delete(url);
    }
  }

  async close(id: number): Promise<void> {
    const window = this.open.get(id);
    this.open.delete(id);
    await window?.page.close();
  }

  async crash(id: number): Promise<void> {
    const page = this.open.get(id)?.page;
    if (!page) return;
    const cdp = await this.context.newCDPSession(page);
    // There is no answer from a page that has gone.
    await cdp.send('Page.crash').catch(() => undefined);
  }

  /** Closes what the window has opened and the app refuses. */
  async closePopups(id: number | undefined): Promise<void> {
    const page = id === undefined ? undefined : this.open.get(id)?.page;
    if (page) await closePopups(this.context, page);
  }

  /** A page of Playwright does not come back after a crash; a window of Electron does. */
  private async replace(window: OpenWindow): Promise<void> {
    const crashed = window.page;
    window.page = await this.makePage(window.made);
    window.isCrashed = false;
    await crashed.close();
  }

  private async makePage(made: WindowMade): Promise<Page> {
    const { id } = made;
    // The main process may end while the page still asks: then there is no answer.
    const tell = (question: string, data: object = {}) =>
      this.ask(question, { id, ...data }).catch(() => undefined) as Promise<unknown>;
    const page = await makePage(this.context, made, {
      painted: () => void tell('window.painted'),
      preloadFailed: (error) => this.faults.push(`preload: ${error}`),
      invoke: (channel, args, frame) => this.ask('ipc.invoke', { id, channel, args, frame }),
    });
    page.on('close', () => {
      if (this.open.get(id)?.page === page) void tell('window.closed');
    });
    page.on('crash', () => {
      const window = this.open.get(id);
      if (window) window.isCrashed = true;
      void tell('contents.gone');
    });
    // An empty window asks for nothing; those that ask are refused with their request.
    page.on('popup', (popup) => {
      const judge = async () => {
        if ((await tell('contents.open', { url: popup.url() })) === 'deny') await popup.close();
      };
      void judge().catch(() => undefined);
    });
    return page;
  }
}
