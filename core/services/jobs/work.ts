import type { DATA_WORK, WORK_PHASES } from '../../api/data-methods.ts';
import { AppError } from '../../domain/errors.ts';

/** What is being done within it. */
type WorkPhase = (typeof WORK_PHASES)[number];
export type WorkName = (typeof DATA_WORK)[number];

/** How a long piece of work tells how far it is, and hears that it should end. */
export interface Step {
  /**
   * @param done of `total`, in any unit
   * @throws AppError `cancelled`
   */
  (done: number, total: number, phase?: WorkPhase): void;
}

/** Tells a part of some work's progress as a share of the whole: `from` to `to`, of 1. */
export const share =
  (step: Step, from: number, to: number): Step =>
  (done, total) =>
    step(from + (to - from) * (total > 0 ? done / total : 1), 1);

/** For work nobody watches. */
export const unwatched: Step = () => undefined;

/** The same until something was changed: from there on the work goes to its end. */
export const deafOnce =
  (isChanged: () => boolean, step: Step): Step =>
  (done, total) => {
    try {
      step(done, total);
    } catch (error) {
      if (!isChanged()) throw error;
    }
  };

/** Long work of some kinds, named by `Name`. */
export interface LongWork<Name extends string = WorkName> {
  /** What goes on now. */
  readonly current: {
    readonly what: Name;
    readonly done: number;
    readonly total: number;
    readonly phase?: WorkPhase;
  } | null;
  /** Runs work that must not run beside other such work. @throws AppError `busy` while some goes on */
  run<T>(what: Name, work: (step: Step) => Promise<T>): Promise<T>;
  /** The same for work nobody asked for: it is cancelled when other work is to be run. @throws AppError `busy` */
  runInBackground<T>(what: Name, work: (step: Step) => Promise<T>): Promise<T>;
  cancel(): void;
  /** Resolves when nothing goes on. */
  idle(): Promise<void>;
}

export function createLongWork<Name extends string = WorkName>(): LongWork<Name> {
  let current: LongWork<Name>['current'] = null;
  let running: Promise<unknown> = Promise.resolve();
  let isCancelled = false;
  let givesWay = false;
  const start = async <T>(what: Name, work: (step: Step) => Promise<T>): Promise<T> => {
    current = { what, done: 0, total: 1 };
    isCancelled = false;
    try {
      return await work((done, total, phase) => {
        current = { what, done, total, ...(phase && { phase }) };
        if (isCancelled) throw new AppError('cancelled', `${what} was cancelled`);
      });
    } finally {
      current = null;
    }
  };
  const begin = <T>(what: Name, work: (step: Step) => Promise<T>, isInBackground: boolean): Promise<T> => {
    if (current !== null) throw new AppError('busy', `${current.what} goes on`, { what: current.what });
    givesWay = isInBackground;
    const result = start(what, work);
    running = result.catch(() => undefined);
    return result;
  };
  return {
    get current() {
      return current;
    },
    async run(what, work) {
      if (current !== null && givesWay) {
        isCancelled = true;
        await running;
      }
      return begin(what, work, false);
    },
    async runInBackground(what, work) {
      return begin(what, work, true);
    },
    cancel: () => void (isCancelled = true),
    async idle() {
      while (current !== null) await running;
    },
  };
}
