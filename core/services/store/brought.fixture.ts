import type { EventBody, JournalEvent } from '../../domain/history/events.ts';
import { BroughtFold, type Brought } from './brought.ts';
import { broughtEvent, broughtFile } from './journal/brought-journal.ts';
import { EventPacker } from './journal/packed-events.ts';
import { PackedLines } from './journal/packed-lines.ts';

/** Something that happened elsewhere, at its own time and in the history at its place there. */
export interface BroughtBody {
  readonly at: number;
  readonly utcOffsetMin: number;
  readonly body: EventBody;
}

/** The events of a brought journal. @param told what tells of it, at the latest of all times @param events oldest first */
const broughtEventsOf = (device: string, told: BroughtBody, events: readonly BroughtBody[]): readonly JournalEvent[] =>
  [told, ...events].map(({ body, ...when }, i) =>
    broughtEvent(device, i + 1, { ...when, order: i === 0 ? 0 : when.at }, body),
  );

/** The lines of such events as an import writes them, and what they make. @param most events in one message */
export function broughtJournal(
  device: string,
  told: BroughtBody,
  events: readonly BroughtBody[],
  most = Infinity,
): { readonly file: string; readonly bytes: Buffer; readonly brought: Brought } {
  const file = broughtFile(told);
  const fold = new BroughtFold();
  const packer = new EventPacker(device);
  const lines = new PackedLines(device, file);
  const pieces: Buffer[] = [];
  for (const [i, event] of broughtEventsOf(device, told, events).entries()) {
    const row = event.type === 'review' ? fold.rowOf(event.card) : undefined;
    fold.take(event, row);
    if (packer.isFull || i % most === most - 1)
      for (const piece of lines.put(packer.take())) pieces.push(Buffer.from(piece));
    packer.add(event, row);
  }
  for (const piece of lines.put(packer.take())) pieces.push(Buffer.from(piece));
  pieces.push(lines.end());
  return { file, bytes: Buffer.concat(pieces), brought: fold.done(lines.covered) };
}
