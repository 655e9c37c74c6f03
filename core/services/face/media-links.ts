import { STOPPED, type Stopped } from '../../domain/template/problems.ts';
import { mediaName } from '../../domain/template/media-names.ts';

/**
 * Where a file of the media is served; null for one that the library has not.
 * @param name NFC
 */
export type MediaAddress = (name: string) => string | null;

/** A reference that whoever serves the face turns into an address: `media:` and the name, percent-encoded. */
export const mediaReference = (name: string): string => `media:${encodeURIComponent(name)}`;

/** Small pictures that are in the HTML itself: nothing is loaded for them. */
const INLINE_PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s]+$/i;
const MAX_INLINE = 1_000_000;
const MAX_LISTED = 100;

/** Turns the addresses of a face into those of own media, and remembers what it met and what was taken out. */
export class MediaLinks {
  /** How many files of other hosts the face names: none of them is loaded. */
  remoteCount = 0;
  readonly #hosts = new Set<string>();
  readonly #missing = new Set<string>();
  readonly #stopped = new Set<Stopped>();
  /** Where each name led. */
  readonly #led = new Map<string, string | null>();
  readonly #address: MediaAddress;

  constructor(address: MediaAddress) {
    this.#address = address;
  }

  /** Hosts that the face would load from, the first few. */
  get hosts(): readonly string[] {
    return [...this.#hosts];
  }

  /** Files that the face names and the library has not, the first few. */
  get missing(): readonly string[] {
    return [...this.#missing];
  }

  /** What was taken out, always in the same order. */
  get stopped(): readonly Stopped[] {
    return STOPPED.filter((kind) => this.#stopped.has(kind));
  }

  /** Something was taken out. */
  stop(kind: Stopped): void {
    this.#stopped.add(kind);
  }

  /** Where an own file is served, or the inline picture; null for anything else. @param raw as it stands, entities read */
  link(raw: string): string | null {
    if (raw.length <= MAX_INLINE && INLINE_PICTURE.test(raw)) return raw.replace(/\s+/g, '');
    const name = mediaName(raw);
    if (name === null) {
      this.#countRemote(raw);
      return null;
    }
    const address = this.#follow(name) ?? this.#follow(raw.trim().normalize());
    if (address === null && this.#missing.size < MAX_LISTED) this.#missing.add(name);
    return address;
  }

  /** Does every file still lead to where it led? One that was on its way may have come since. */
  isAsItWas(address: MediaAddress): boolean {
    return [...this.#led].every(([name, led]) => address(name) === led);
  }

  #follow(name: string): string | null {
    const address = this.#address(name);
    this.#led.set(name, address);
    return address;
  }

  #countRemote(raw: string): void {
    const host = remoteHost(raw);
    if (host === null) return;
    this.remoteCount++;
    if (this.#hosts.size < MAX_LISTED) this.#hosts.add(host);
  }
}

/** The host that an address leads to, as a browser reads it; null for one that leads to none. */
export function remoteHost(raw: string): string | null {
  try {
    const { protocol, host } = new URL(raw, 'https://here.invalid/');
    return host === 'here.invalid' || !/^(?:https?|ftp|wss?):$/.test(protocol) ? null : host;
  } catch {
    return null;
  }
}
