import type { Outgoing, WriteOptions, Written } from './outgoing.ts';

export const WRITERS = ['apkg', 'csv', 'markdown', 'json', 'printable'] as const;
export type WriterId = (typeof WRITERS)[number];

type Write = (outgoing: Outgoing, path: string, options: WriteOptions) => Promise<Written>;

export interface Writer {
  /** Of the file, without the dot. */
  readonly extension: string;
  /** Each is loaded when it is needed. */
  load(): Promise<Write>;
}

/** The formats that decks are written in. */
export const writers: Readonly<Record<WriterId, Writer>> = {
  apkg: { extension: 'apkg', load: async () => (await import('./anki/package.ts')).writePackage },
  csv: { extension: 'csv', load: async () => (await import('./csv.ts')).writeCsv },
  markdown: { extension: 'md', load: async () => (await import('./markdown/write.ts')).writeMarkdown },
  json: { extension: 'json', load: async () => (await import('./json.ts')).writeJson },
  printable: { extension: 'html', load: async () => (await import('./printable.ts')).writePrintable },
};
