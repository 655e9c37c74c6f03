import type { Page, Request } from '@playwright/test';

const methodOf = (request: Request): string | undefined => /\/api\/([^/?]+)$/.exec(request.url())?.[1];

/** Listens to what a page of the web shell asks of its host. */
export class HostCalls {
  #seen: string[] = [];
  readonly #open = new Set<Request>();

  constructor(page: Page) {
    page.on('request', (request) => {
      const method = methodOf(request);
      if (method === undefined) return;
      this.#seen.push(method);
      this.#open.add(request);
    });
    for (const event of ['requestfinished', 'requestfailed'] as const)
      page.on(event as 'requestfinished', (request) => void this.#open.delete(request));
  }

  get seen(): readonly string[] {
    return this.#seen;
  }

  /** Waits until every call is answered. */
  async settle(): Promise<void> {
    const end = Date.now() + 10_000;
    while (this.#open.size > 0) {
      if (Date.now() > end) throw new Error(`no answer to ${[...this.#open].map(methodOf).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** What was asked since the last time. */
  take(): string[] {
    const seen = this.#seen;
    this.#seen = [];
    return seen;
  }
}
