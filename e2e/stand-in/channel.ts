/** One end of Node's IPC: a process that was forked, or the process that was. */
export interface Port {
  readonly connected: boolean;
  send(message: unknown, callback: (error: Error | null) => void): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

/** What the other side may ask; the data is what the asker sends. */
export type Answers = Readonly<Record<string, (data: never) => unknown>>;
export type Ask = (question: string, data?: unknown) => Promise<unknown>;
export interface Channel {
  readonly ask: Ask;
  /** Resolves when all that was said so far has left this process. */
  sent(): Promise<unknown>;
}

interface Message {
  readonly id: number;
  readonly ask?: string;
  readonly data?: never;
  readonly reply?: unknown;
  readonly error?: string;
}
const isOurs = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && typeof (message as Message).id === 'number';

/** Questions and answers between the main process and the test that plays Chromium, over Node's own IPC (structured clone). */
export function connect(port: Port, answers: Answers): Channel {
  let last = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const leaving = new Set<Promise<void>>();
  function send(message: Message): void {
    if (!port.connected) return;
    const left = new Promise<void>((resolve) => void port.send(message, () => resolve()));
    leaving.add(left);
    void left.then(() => leaving.delete(left));
  }

  async function answer(id: number, question: string, data: never): Promise<void> {
    try {
      const known = answers[question];
      if (!known) throw new Error(`the stand-in knows no ${question}`);
      send({ id, reply: await known(data) });
    } catch (error) {
      send({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  port.on('message', (message) => {
    // The app may speak to who started it; that is not for us.
    if (!isOurs(message)) return;
    const { id, ask, data, reply, error } = message;
    if (ask !== undefined) return void answer(id, ask, data as never);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(reply);
    else asked?.reject(new Error(error));
  });
  const gone = () => new Error('the other side has gone');
  port.on('disconnect', () => waiting.forEach(({ reject }) => reject(gone())));
  const ask: Ask = (question, data) =>
    new Promise((resolve, reject) => {
      if (!port.connected) return reject(gone());
      last += 1;
      waiting.set(last, { resolve, reject });
      send({ id: last, ask: question, data: data as never });
    });
  return { ask, sent: () => Promise.all(leaving) };
}
