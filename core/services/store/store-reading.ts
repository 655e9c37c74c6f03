import type { CardRows } from '../../domain/card-rows.ts';
import { isBrought } from '../../domain/history/brought-device.ts';
import type { JournalEvent, EventType } from '../../domain/history/events.ts';
import { recordOf } from '../../domain/history/records.ts';
import { inTime, type AheadSpan } from '../../domain/history/stamped-ahead.ts';
import { isVoided, standingUndoOf } from '../../domain/history/voided.ts';
import type { CardId, EventRef } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { DEFAULT_LOOK, type Look, type Settings } from '../../domain/settings.ts';
import { inSlices } from '../jobs/slices.ts';
import { alongTrail } from './along-trail.ts';
import { Choices } from './choices.ts';
import { atOnce } from '../../domain/at-once.ts';
import type { History } from './fold/history.ts';
import { JournalReading } from './journal/journal-reading.ts';
import type { OpenedFolder } from './start.ts';

/** What of a store is only read: the history in memory, and the journals behind it. */
export abstract class StoreReading {
  readonly #choices = new Choices();
  protected history: History;

  constructor(protected opened: OpenedFolder) {
    this.history = opened.history;
  }

  get progress(): Progress {
    return this.history.progress;
  }

  get settings(): Settings {
    return { ...DEFAULT_LOOK, ...this.ownLook, ...this.progress.settings };
  }

  get ownLook(): Partial<Look> {
    return { ...this.opened.device.look, ...this.progress.looks.get(this.device) };
  }

  get stampedAhead(): readonly AheadSpan[] {
    return this.history.voided.spans;
  }

  get device(): string {
    return this.opened.device.id;
  }

  get journal(): JournalReading {
    return new JournalReading(this.opened.journals, (event) => inTime(event, this.history.voided));
  }

  *backwards(): Generator<JournalEvent> {
    for (const event of this.opened.journals.backwards()) yield inTime(event, this.history.voided);
  }
  eventsOf(card: CardId): JournalEvent[] {
    return alongTrail(this.opened.journals, this.history, this.history.trails.cards.get(card) ?? []);
  }
  choices(...types: EventType[]): JournalEvent[] {
    return atOnce(this.#choices.reading(this.opened.journals, this.history, types));
  }
  readChoices(...types: EventType[]): Promise<JournalEvent[]> {
    return inSlices(this.#choices.reading(this.opened.journals, this.history, types));
  }

  isUndone(event: Pick<JournalEvent, 'device' | 'seq' | 'batch'>): boolean {
    return isVoided(event, this.history.voided);
  }
  undoOf(ref: EventRef): EventRef | null {
    return standingUndoOf(ref, this.history.negations, this.history.voided);
  }
  get cardRows(): CardRows {
    return this.history.table.states;
  }
  dueOn(day: number): number {
    return this.history.table.states.dueOn(day);
  }
  cardsOf(ref: EventRef): ReadonlySet<CardId> {
    return this.history.subjectsOf([ref]).cards;
  }

  async touchedBy(refs: readonly EventRef[]): Promise<ReadonlySet<CardId>> {
    return (await inSlices(this.history.findingSubjects(refs))).cards;
  }
  deviceName(device: string): string {
    if (isBrought(device)) return recordOf(this.progress, 'import', device)?.name ?? '';
    return device === this.device ? this.opened.device.name : this.opened.journals.nameOf(device);
  }
  find(ref: EventRef): JournalEvent | null {
    const event = this.opened.journals.find(ref);
    return event && inTime(event, this.history.voided);
  }
}
