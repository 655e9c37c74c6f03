import { createHash } from 'node:crypto';

/** Numbers made of names lie in the years 2001 to 2017, as if things had been made then: Anki takes none of tomorrow. */
const FIRST = 1_000_000_000_000;
const SPAN = 500_000_000_000;

/** Numbers that name rows, each once. */
export class Ids {
  readonly #taken = new Set<number>();

  has(id: number): boolean {
    return this.#taken.has(id);
  }

  /** This number, or the next that is free. */
  take(wanted: number): number {
    let id = Math.max(1, Math.trunc(wanted));
    while (this.#taken.has(id)) id++;
    this.#taken.add(id);
    return id;
  }
}

/** The number that an id from Anki is; null for an id of ours. */
export function ankiNumber(id: string): number | null {
  const number = /^[1-9]\d{0,15}$/.test(id) ? Number(id) : null;
  return number !== null && Number.isSafeInteger(number) ? number : null;
}

/** Always the same number for the same name. */
export function numberOf(name: string): number {
  return FIRST + (createHash('sha256').update(name).digest().readUIntBE(0, 6) % SPAN);
}

/** Rows of settings by our ids: numbers of Anki stay, others get one of their own. @param ids each once */
export function numbersOf(ids: readonly string[], kind: string, taken = new Ids()): ReadonlyMap<string, number> {
  const own = ids.map((id) => [id, ankiNumber(id.replace(/^anki-/, ''))] as const);
  const kept = new Map(own.flatMap(([id, number]) => (number === null ? [] : [[id, taken.take(number)] as const])));
  return new Map(ids.map((id) => [id, kept.get(id) ?? taken.take(numberOf(`${kind}/${id}`))]));
}
