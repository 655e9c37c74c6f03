import { eventRefOf, type EventRef } from '../../../domain/ids.ts';
import type { Stamp } from '../../../domain/history/events.ts';
import { MAX_DEVICES } from '../../../domain/history/limits.ts';

/** A ref as one number: `seq × 4096 + place of the device in the list`. */
export type Packed = number;
const COLON = 0x3a;
const ZERO = 0x30;

/** Gives every device a place, for ever, so that an event's name is one number. */
export class PackedRefs {
  readonly #places = new Map<string, number>();
  /** The device asked for last, which is most often that of the next event too. */
  #last = '';
  #lastPlace = -1;

  constructor(readonly devices: string[] = []) {
    devices.forEach((device, i) => this.#places.set(device, i));
  }

  /** @throws RangeError with more than 4096 devices */
  pack({ device, seq }: Pick<Stamp, 'device' | 'seq'>): Packed {
    if (device !== this.#last || this.#lastPlace < 0) this.#look(device);
    return seq * MAX_DEVICES + this.#lastPlace;
  }

  unpack(packed: Packed): Pick<Stamp, 'device' | 'seq'> {
    return { device: this.devices[packed % MAX_DEVICES]!, seq: Math.floor(packed / MAX_DEVICES) };
  }

  packRef(ref: EventRef): Packed {
    const colon = ref.lastIndexOf(':');
    return this.pack({ device: ref.slice(0, colon), seq: Number(ref.slice(colon + 1)) });
  }

  nameOf(packed: Packed): EventRef {
    return eventRefOf(this.devices[packed % MAX_DEVICES]!, Math.floor(packed / MAX_DEVICES));
  }

  /** Is `ref` the name of this event? Without making a string of it, since this runs for every answer. */
  isNameOf(ref: EventRef, packed: Packed): boolean {
    const device = this.devices[packed % MAX_DEVICES]!;
    const begin = device.length + 1;
    if (ref.charCodeAt(device.length) !== COLON || !ref.startsWith(device)) return false;
    let seq = 0;
    for (let i = begin; i < ref.length; i++) {
      const digit = ref.charCodeAt(i) - ZERO;
      if (digit < 0 || digit > 9 || (i === begin + 1 && seq === 0)) return false;
      seq = seq * 10 + digit;
    }
    return ref.length > begin && seq === Math.floor(packed / MAX_DEVICES);
  }

  /** Without giving a device that is not known a place: null for its events, which nothing can have seen. */
  find(ref: EventRef): Packed | null {
    const colon = ref.lastIndexOf(':');
    const place = this.#places.get(ref.slice(0, colon));
    return place === undefined ? null : Number(ref.slice(colon + 1)) * MAX_DEVICES + place;
  }

  #look(device: string): void {
    let place = this.#places.get(device);
    if (place === undefined) {
      if (this.devices.length >= MAX_DEVICES) throw new RangeError('more than 4096 devices');
      place = this.devices.push(device) - 1;
      this.#places.set(device, place);
    }
    this.#last = device;
    this.#lastPlace = place;
  }
}
