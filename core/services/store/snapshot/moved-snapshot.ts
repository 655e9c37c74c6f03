import { refOf } from '../../../domain/history/events.ts';
import type { EventRef } from '../../../domain/ids.ts';
import type { CardState } from '../../../domain/progress.ts';
import { CardTable } from '../fold/card-table.ts';
import { PackedRefs, type Packed } from '../fold/packed-refs.ts';
import type { Snapshot } from './snapshot.ts';
import { forkedSpans, type Fork } from '../journal/forks.ts';
import { partedLook } from './parted-look.ts';

/** The same knowledge without the places in the journals' files: they changed, and are read again. */
export const withoutPlaces = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  covered: snapshot.covered.map((known) => ({ ...known, files: [] })),
});

function movedLooks(snapshot: Snapshot, parted: Fork): Snapshot['looks'] {
  const { before, since } = partedLook(snapshot, parted);
  const looks = new Map(snapshot.looks).set(parted.device, before).set(parted.fork, since);
  return [...looks].filter(([, look]) => Object.keys(look).length > 0);
}

/** The same knowledge, its events from a fork on under the new id. */
export function forkedSnapshot(snapshot: Snapshot, parted: Fork): Snapshot {
  const { device, from, fork } = parted;
  const refs = new PackedRefs([...snapshot.devices]);
  const isMoved = (event: { readonly device: string; readonly seq: number }) =>
    event.device === device && event.seq >= from;
  const moved = <T extends { readonly device: string; readonly seq: number }>(event: T): T =>
    isMoved(event) ? { ...event, device: fork } : event;
  const movedRef = (ref: EventRef): EventRef => {
    const seq = Number(ref.slice(device.length + 1));
    return ref === refOf({ device, seq }) && seq >= from ? refOf({ device: fork, seq }) : ref;
  };
  const movedTrail = (trail: readonly Packed[]): Packed[] =>
    trail.map((packed) => {
      const event = refs.unpack(packed);
      return isMoved(event) ? refs.pack(moved(event)) : packed;
    });
  const movedState = (state: CardState): CardState =>
    state.last === null ? state : { ...state, last: movedRef(state.last) };
  const cards = new CardTable(refs);
  for (const { id, state, trail } of snapshot.cards.records()) {
    if (state) cards.states.set(id, movedState(state));
    for (const packed of movedTrail(trail)) cards.trails.add(id, packed);
  }
  const known = snapshot.covered.find((covered) => covered.device === device);
  const also = snapshot.covered.find((covered) => covered.device === fork);
  const own = known && { ...known, seq: Math.min(known.seq, from - 1), order: 0 };
  refs.pack({ device: fork, seq: from });
  return {
    ...snapshot,
    last: moved(snapshot.last),
    covered: [
      ...snapshot.covered.filter((covered) => covered.device !== device && covered.device !== fork),
      ...(own ? [own] : []),
      { device: fork, seq: Math.max(known?.seq ?? 0, also?.seq ?? 0), order: known?.order ?? 0, files: [] },
    ],
    devices: refs.devices,
    negations: snapshot.negations.map((negation) => ({
      ...moved(negation),
      of: negation.of.map(movedRef),
      // Only what the copy itself said is renamed with it.
      ...(negation.spans && isMoved(negation) && { spans: forkedSpans(negation.spans, parted) }),
    })),
    looks: movedLooks(snapshot, parted),
    settingsTrail: movedTrail(snapshot.settingsTrail),
    lessons: snapshot.lessons.map((lesson) => ({ ...lesson, trail: movedTrail(lesson.trail) })),
    cards: cards.freeze(),
  };
}
