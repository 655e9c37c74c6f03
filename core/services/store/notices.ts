import type { NoticeCode } from '../../domain/notices.ts';
import type { StoreNotice } from '../ports.ts';

/** What was found and mended since the folder was opened. Each kind is told once, with what was found last. */
export class Notices {
  readonly #byCode = new Map<NoticeCode, StoreNotice>();

  /** In the order in which the kinds were first found. */
  get all(): StoreNotice[] {
    return [...this.#byCode.values()];
  }

  add(...found: readonly StoreNotice[]): void {
    for (const notice of found) this.#byCode.set(notice.code, notice);
  }
}
