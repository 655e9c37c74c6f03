import { join } from 'node:path';
import { z } from 'zod';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import type { Files } from '../disk/files.ts';
import { freeQuarantineName } from '../disk/quarantine.ts';
import { readWhole, replaceFileNow } from '../disk/whole-file.ts';
import type { Clock } from '../ports.ts';

const DRAFTS = 'drafts.json';
/** The oldest go. */
const MOST = 50;

const DraftShape = z.strictObject({ id: z.string(), at: z.int().nonnegative(), text: z.string() });
const DraftsFile = z.strictObject({
  format: z.literal('jamdai-drafts'),
  version: z.literal(1),
  drafts: z.array(DraftShape),
});
type Draft = z.infer<typeof DraftShape>;

/** What is being written and not saved yet, in one small file: it is on the disk before it is acknowledged. */
export class Drafts {
  #drafts: readonly Draft[] | null = null;

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  list(): Output<'draft.list'> {
    return { drafts: this.#read().map((draft) => ({ ...draft })) };
  }

  keep({ id, text }: Input<'draft.keep'>): void {
    const others = this.#read().filter((draft) => draft.id !== id);
    this.#write([{ id, at: this.clock.now(), text }, ...others].slice(0, MOST));
  }

  drop({ id }: Input<'draft.drop'>): void {
    const left = this.#read().filter((draft) => draft.id !== id);
    if (left.length < this.#read().length) this.#write(left);
  }

  /** One that can not be read is set aside: a draft is not worth a start. */
  #read(): readonly Draft[] {
    if (this.#drafts) return this.#drafts;
    const path = join(this.dataDir, DRAFTS);
    const bytes = readWhole(this.files, path);
    const read = bytes && parsed(bytes);
    if (bytes && !read) this.files.rename(path, freeQuarantineName(this.files, this.dataDir, DRAFTS));
    return (this.#drafts = read?.drafts ?? []);
  }

  #write(drafts: readonly Draft[]): void {
    const text = JSON.stringify({ format: 'jamdai-drafts', version: 1, drafts });
    replaceFileNow(this.files, join(this.dataDir, DRAFTS), Buffer.from(`${text}\n`));
    this.#drafts = drafts;
  }
}

function parsed(bytes: Buffer): z.infer<typeof DraftsFile> | null {
  try {
    return DraftsFile.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

export const draftHandlers = (drafts: Drafts) =>
  ({
    'draft.list': async () => drafts.list(),
    'draft.keep': async (input) => {
      drafts.keep(input);
      return { done: true };
    },
    'draft.drop': async (input) => {
      drafts.drop(input);
      return { done: true };
    },
  }) satisfies Partial<Handlers>;
