import { isDeepStrictEqual } from 'node:util';
import type { Output } from '../../api/contract.ts';
import type { Step } from '../jobs/work.ts';
import { FoundSegments } from './found-segments.ts';
import { LibraryCarrier, type CarriedFiles } from './library-carrier.ts';
import { LineTaker, type TakenLines } from './line-taker.ts';
import { LineWriter } from './line-writer.ts';
import { lookAround, type FoundPart } from './look.ts';
import type { SyncFolder } from './open-folder.ts';
import { nameDevice } from './parting.ts';
import { CARD_FILE, encodeCard, type PartCard } from './part-card.ts';
import type { SyncParts } from './syncing.ts';
import { Taken } from './taken.ts';

type Phase = NonNullable<Output<'sync.status'>['work']>['phase'];
/** How far a round is. */
export type Tell = (phase: Phase, done: number, total: number) => void;

/** A card that says nothing new is written again after so long, so that others see that this device is there. */
const SEEN_EVERY_MS = 30 * 60_000;

/** What was taken is written down as seldom: what a start does not know of it, it reads again. */
const KEEP_EVERY_MS = 60_000;

/** Under which names this data folder was a device before. */
export interface NamesBefore {
  readonly left: () => readonly string[];
  /** Those whose parts nobody writes any more. */
  readonly earlier: () => string[];
}

/** What one sync folder and one data folder have to do with each other, for as long as both are open. */
export class Rounds {
  readonly segments: FoundSegments;
  readonly #taken: Taken;
  readonly #taker: LineTaker;
  readonly #writer: LineWriter;
  readonly #library: LibraryCarrier;
  #card: PartCard | null = null;
  #keptAt = -Infinity;

  constructor(
    private readonly parts: SyncParts,
    private readonly folder: SyncFolder,
    /** Names this run of the app. */
    private readonly run: string,
    private readonly names: NamesBefore,
  ) {
    const { data, clock } = parts;
    this.#taken = new Taken(data.files, data.dataDir);
    this.segments = new FoundSegments(folder.store);
    this.#taker = new LineTaker(data, this.segments, this.#taken);
    this.#writer = new LineWriter(data, folder.store, this.segments, this.#taken, names.left, () => clock.steadyMs());
    this.#library = new LibraryCarrier(data, folder.store);
  }

  /** How far this device's events are in the folder. */
  get written(): number {
    return this.#writer.written;
  }

  look(): Promise<FoundPart[]> {
    this.segments.lookAgain();
    return lookAround(this.folder.store);
  }

  async takeLines(found: readonly FoundPart[], tell: Tell): Promise<TakenLines> {
    const { data } = this.parts;
    const taken = await this.#taker.take(found, step(tell, 'taking-in'));
    for (const { card } of found)
      if (card && card.device !== data.store.device) await nameDevice(data, card.device, card.name);
    return taken;
  }

  async writeLines(found: readonly FoundPart[], tell: Tell): Promise<void> {
    await this.#writer.write(found, step(tell, 'writing'));
    const now = this.parts.clock.steadyMs();
    if (now - this.#keptAt < KEEP_EVERY_MS) return;
    this.#keptAt = now;
    await this.#taken.write(new Set(this.segments.in(found).flatMap((one) => this.#idOf(one))));
  }

  /** Only what was accepted here since. @returns false where the whole must be looked at first */
  async writeOn(): Promise<boolean> {
    if (this.#card === null || !(await this.#writer.writeOn())) return false;
    await this.writeCard();
    return true;
  }

  takeLibrary(found: readonly FoundPart[], tell: Tell): Promise<CarriedFiles> {
    return this.#library.take(found, step(tell, 'library'));
  }

  writeLibrary(found: readonly FoundPart[], tell: Tell): Promise<void> {
    return this.#library.write(found, step(tell, 'library'));
  }

  /** Says what is in our part, where that is news. */
  async writeCard(): Promise<void> {
    const { data, clock } = this.parts;
    const { store } = data;
    const own = { device: store.device, name: store.deviceName(store.device), run: this.run };
    const heads = this.#writer.heads;
    const card = { ...own, seenAt: clock.now(), heads, earlier: this.names.earlier(), ...this.#library.written };
    const age = Math.abs(card.seenAt - (this.#card?.seenAt ?? 0));
    if (age < SEEN_EVERY_MS && isDeepStrictEqual({ ...card, seenAt: 0 }, { ...this.#card, seenAt: 0 })) return;
    await this.folder.store.write(store.device, CARD_FILE, [encodeCard(card)]);
    this.#card = card;
  }

  /** Our card is not the one that was written: it came back old, or went. */
  forgetCard(): void {
    this.#card = null;
  }

  #idOf(one: Parameters<FoundSegments['known']>[0]): string[] {
    const known = this.segments.known(one);
    if (typeof known === 'object') return [known.id];
    return one.said ? [one.said.id] : [];
  }
}

const step =
  (tell: Tell, phase: Phase): Step =>
  (done, total) =>
    tell(phase, done, total);
