import { splitRef, type EventBody, type JournalEvent } from '../../domain/history/events.ts';
import { BroughtFold, type Brought } from './brought.ts';
import { broughtEvent, broughtFile } from './journal/brought-journal.ts';
import { BroughtLines } from './journal/brought-lines.ts';
import { usualSource, type BroughtReview } from './journal/brought-review.ts';

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

/** Reviews from elsewhere come in with numbers in place of names; null for any other event. */
function reviewOf(event: JournalEvent): BroughtReview | null {
  if (event.type !== 'review' || event.source === undefined) return null;
  const { v: _, batch: __, prev, source, verdict, response, timeCapS, corrects, sure, ...review } = event;
  if ((verdict ?? response ?? timeCapS ?? corrects ?? sure) !== undefined) return null;
  const called = source === usualSource(event.at) ? null : source;
  return { ...review, prevSeq: prev === null ? 0 : splitRef(prev).seq, source: called };
}

/** The lines of such events as an import writes them, and what they make. @param isTakenOften the lines are taken one by one */
export function broughtJournal(
  device: string,
  told: BroughtBody,
  events: readonly BroughtBody[],
  isTakenOften = false,
): { readonly file: string; readonly bytes: Buffer; readonly brought: Brought } {
  const file = broughtFile(told);
  const fold = new BroughtFold();
  const pieces: Buffer[] = [];
  const lines = new BroughtLines(device, file);
  for (const event of broughtEventsOf(device, told, events)) {
    const review = reviewOf(event);
    if (review) {
      fold.review(review, fold.rowOf(review.card));
      lines.addReview(review);
    } else {
      fold.take(event);
      lines.add(event);
    }
    if (lines.isFull || isTakenOften) pieces.push(Buffer.from(lines.take()));
  }
  pieces.push(Buffer.from(lines.end()));
  return { file, bytes: Buffer.concat(pieces), brought: fold.done(lines.covered) };
}
