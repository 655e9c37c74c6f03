import { EventEmitter } from 'node:events';

/** Asked of every object by `await`, JSON and consoles, whatever it is. */
const ASKED_OF_ALL = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', '$$typeof']);

/** An object whose unknown members throw, so that nothing of Electron is silently missing. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target) && !ASKED_OF_ALL.has(key))
        throw new Error(`the stand-in has no ${name}.${key}`);
      return Reflect.get(target, key) as unknown;
    },
  });
}

/** Options of which every key must be known. */
export function onlyKnown(what: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  needs(unknown.length === 0, `the stand-in has no ${what} ${unknown.join(', ')}`);
}

export function needs(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

type Listener = (...args: never[]) => void;

/** An emitter on which only events that the stand-in knows can be listened to: a listener that is never called hides a fault. */
export class StrictEmitter extends EventEmitter {
  constructor(
    private readonly what: string,
    private readonly known: readonly string[],
  ) {
    super();
  }

  override on(name: string, listener: Listener): this {
    return super.on(this.checked(name), listener as () => void);
  }
  override addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }
  override once(name: string, listener: Listener): this {
    return super.once(this.checked(name), listener as () => void);
  }

  /** Emits an event that can be prevented, and returns it. */
  tell(name: string, fields: object = {}, ...args: unknown[]): Event {
    const event = new Event(fields);
    this.emit(this.checked(name), event, ...args);
    return event;
  }

  private checked(name: string): string {
    needs(this.known.includes(name), `the stand-in never emits ${this.what} "${name}"`);
    return name;
  }
}

class Event {
  defaultPrevented = false;
  constructor(fields: object) {
    Object.assign(this, fields);
  }
  preventDefault = (): void => void (this.defaultPrevented = true);
}
