import type { CardId, EventRef, LessonKey } from '../../../domain/ids.ts';
import { cardsOf } from '../../../domain/history/card-fold.ts';
import { refOf, type JournalEvent } from '../../../domain/history/events.ts';
import { compareEvents, type Place } from '../../../domain/history/order.ts';
import { lessonOf } from '../../../domain/history/lesson-fold.ts';
import { chosenBy, isChoice } from '../../../domain/history/settings-fold.ts';
import { changedSpans, inTime, type AheadSpan } from '../../../domain/history/stamped-ahead.ts';
import { choosesParameters, parametersIn, type Parameters } from '../../../domain/history/parameters.ts';
import { applyEvent, type ProgressDraft } from '../../../domain/history/replay.ts';
import { batchOf, isVoided, negationOf, voidedBy, type Negation, type Voided } from '../../../domain/history/voided.ts';
import type { StudySettings } from '../../../domain/settings.ts';
import type { CardTable } from './card-table.ts';
import { foldedOf, takeChange, takeReview, type Folded } from './folded.ts';
import type { Packed, PackedRefs } from './packed-refs.ts';
import { learnSettings, refoldCard, refoldLesson, refoldSettings, standing, type Scope } from './refold.ts';
import { atOnce } from '../../../domain/at-once.ts';
import { pastOf } from './past.ts';
import { findingSubjects, type Subjects } from './subjects.ts';
import type { Trails } from './trails.ts';

/** Events of the journal by place. Those that can not be read are left out. */
export interface EventSource {
  load(events: readonly Packed[], refs: PackedRefs): Map<Packed, JournalEvent>;
  /** The events that names stand for: of the first event of a batch all of it. Those that are not known are left out. */
  named(refs: Iterable<EventRef>): Iterable<JournalEvent>;
  /** The events of a device from one number to another, as far as they are known, in their order. */
  within(span: Pick<AheadSpan, 'device' | 'from' | 'to'>): Iterable<JournalEvent>;
}

/** Events between two chances to give the loop free, and cards that are folded again at a time. */
const GROUP = 500;
/** Events that are loaded at a time for that, where the cards have more. */
const MOST_LOADED = 20_000;

/** What must be folded again, and the events each of it holds so far. */
interface Stale {
  readonly cards: Map<CardId, readonly Packed[]>;
  readonly lessons: Map<LessonKey, readonly Packed[]>;
  settings: readonly Packed[] | null;
}

/** How things were before what is being absorbed. */
type Before = Pick<Scope, 'voided' | 'parameters'>;

const nothingStale = (): Stale => ({ cards: new Map(), lessons: new Map(), settings: null });
const NOTHING_STALE = nothingStale();

/**
 * The progress and what is needed to keep it right whatever comes in, in whatever order: events in order are applied, and
 * what an event from the past or a negation touches is folded again from its trail. Agrees with `replay` at any moment.
 */
export class History {
  readonly table: CardTable;
  readonly progress: ProgressDraft;
  readonly trails: Trails;
  readonly negations: Negation[];
  voided: Voided;
  /** What the cards were folded under. */
  parameters: Parameters;
  /** Negations by the event they name, which may come later than they. */
  readonly #named = new Map<EventRef, Negation[]>();

  constructor(
    readonly source: EventSource,
    { table, progress, trails, parameters }: Folded = foldedOf(),
    negations: readonly Negation[] = [],
    /** The latest event applied. */
    public last: Place = { order: 0, device: '', seq: 0 },
  ) {
    this.table = table;
    this.progress = progress;
    this.trails = trails;
    this.parameters = parameters;
    this.negations = [...negations];
    this.voided = voidedBy(negations);
    for (const negation of negations) this.#name(negation);
  }

  /** Takes in the event that was just put on the disk: the way of every answer, without a thought more than it needs. */
  accept(event: JournalEvent): void {
    if (negationOf(event) !== null || this.#named.size > 0 || choosesParameters(event)) this.absorb([event]);
    else this.#take(event, NOTHING_STALE);
  }

  /** Takes in events that are on the disk already, in the order of `compareEvents` among themselves; tells how many there were. */
  absorb(events: Iterable<JournalEvent>, isAll = true): number {
    return atOnce(this.absorbing(events, isAll));
  }

  /**
   * The same in steps, so that a long one can give the loop free in between. Nothing else may be absorbed meanwhile.
   * @param isAll false: where the parameters changed, cards stay as they were folded (`isOutdated`); absorbing nothing mends that
   */
  *absorbing(events: Iterable<JournalEvent>, isAll = true): Generator<void, number> {
    const stale = nothingStale();
    const fresh: Negation[] = [];
    let count = 0;
    for (const event of events) {
      const negation = negationOf(event);
      if (negation) fresh.push(negation);
      this.#take(event, stale);
      if (++count % GROUP === 0) yield;
    }
    for (const negation of fresh) {
      this.negations.push(negation);
      this.#name(negation);
    }
    for (const negation of fresh) yield* this.#touchTargets(negation, stale);
    const before = { voided: this.voided, parameters: this.parameters };
    if (fresh.length > 0) this.voided = voidedBy(this.negations);
    yield* this.#touchTimes(changedSpans(before.voided.spans, this.voided.spans), stale);
    this.#refoldChosen(stale, before);
    if (isAll) yield* this.#followParameters(stale);
    yield* this.#refold(stale, before);
    return count;
  }

  subjectsOf(refs: Iterable<EventRef>): Subjects {
    return atOnce(this.findingSubjects(refs));
  }

  findingSubjects(refs: Iterable<EventRef>): Generator<void, Subjects> {
    return findingSubjects(refs, (names) => this.source.named(names));
  }

  /** The parameters that will hold with these negations and, behind all others, these events. */
  parametersWith(negations: readonly Negation[], fresh: readonly JournalEvent[]): Parameters {
    const { trails, parameters, source } = this;
    const scope = { trail: trails.settings, voided: voidedBy(negations), parameters };
    return parametersIn(chosenBy([...standing(scope, source.load(trails.settings, trails.refs)), ...fresh]));
  }

  /** Folds settings from their events of which the state was kept by an app that did not know them. */
  learnSettings(keys: readonly (keyof StudySettings)[]): void {
    const { progress, trails, voided, parameters, source } = this;
    const events = () => source.load(trails.settings, trails.refs);
    if (keys.length > 0) learnSettings(progress, keys, { trail: trails.settings, voided, parameters }, events());
  }

  #take(stamped: JournalEvent, stale: Stale): void {
    const { trails, progress } = this;
    const event = inTime(stamped, this.voided);
    const packed = trails.refs.pack(event);
    const inOrder = compareEvents(event, this.last) > 0;
    const touchers = this.#touchersOf(event);
    const isVoid = isVoided(event, this.voided);
    if (inOrder) this.last = { order: event.order, device: event.device, seq: event.seq };
    const isPlain = inOrder && !isVoid && touchers.length === 0 && stale.cards.size === 0;
    if (isPlain && event.type === 'review' && takeReview(this, event, packed)) return;
    if (isPlain && event.type === 'card' && takeChange(this, event, packed)) return;

    const cards = cardsOf(event);
    const forward = inOrder && touchers.length === 0 && stale.cards.size === 0 ? cards : [];
    for (const card of cards) {
      if (!inOrder || touchers.length > 0) this.#markCard(card, stale);
      if (forward !== cards && !stale.cards.has(card)) (forward as CardId[]).push(card);
      // What stands behind all others is in no trail yet.
      if (inOrder) trails.cards.append(this.table.ids.add(card), packed);
      else trails.cards.add(card, packed);
      for (const toucher of touchers) trails.cards.add(card, toucher);
    }
    const lesson = lessonOf(event);
    if (lesson !== null) {
      if (!inOrder) this.#markLesson(lesson, stale);
      trails.lessons.add(lesson, packed);
    }
    if (isChoice(event)) {
      if (!inOrder) stale.settings ??= [...trails.settings];
      trails.addChoice(packed);
    }
    applyEvent(progress, event, forward, isVoid, pastOf(this, forward[0], packed), this.parameters);
  }

  /** Undos that name the event, its batch, or an undo of it: they touch its cards too. */
  #touchersOf(event: JournalEvent): Packed[] {
    if (this.#named.size === 0) return [];
    const found = new Map<EventRef, Packed>();
    const follow = (ref: EventRef | null) => {
      for (const negation of (ref !== null && this.#named.get(ref)) || []) {
        const name = refOf(negation);
        if (found.has(name) || !negation.undo) continue;
        found.set(name, this.trails.refs.pack(negation));
        follow(name);
      }
    };
    follow(refOf(event));
    follow(batchOf(event));
    return [...found.values()];
  }

  *#touchTargets(negation: Negation, stale: Stale): Generator<void> {
    const packed = this.trails.refs.pack(negation);
    const { cards, lessons, settings } = yield* this.findingSubjects(negation.of);
    for (const card of cards) {
      this.#markCard(card, stale);
      if (negation.undo) this.trails.cards.add(card, packed);
    }
    for (const lesson of lessons) this.#markLesson(lesson, stale);
    if (settings) stale.settings ??= [...this.trails.settings];
  }

  /** What counts at another time now; its cards have no event more than before. */
  *#touchTimes(spans: readonly AheadSpan[], stale: Stale): Generator<void> {
    let count = 0;
    for (const span of spans)
      for (const event of this.source.within(span)) {
        for (const card of cardsOf(event)) this.#markCard(card, stale);
        const lesson = lessonOf(event);
        if (lesson !== null) this.#markLesson(lesson, stale);
        if (++count % GROUP === 0) yield;
      }
  }

  /** From here on the card's counts stand still until it is folded again. */
  #markCard(card: CardId, stale: Stale): void {
    if (!stale.cards.has(card)) stale.cards.set(card, this.trails.cards.get(card) ?? []);
  }

  #markLesson(lesson: LessonKey, stale: Stale): void {
    if (!stale.lessons.has(lesson)) stale.lessons.set(lesson, [...(this.trails.lessons.get(lesson) ?? [])]);
  }

  #name(negation: Negation): void {
    for (const ref of negation.of) {
      const known = this.#named.get(ref);
      if (known) known.push(negation);
      else this.#named.set(ref, [negation]);
    }
  }

  /** Were the cards folded under other parameters than hold now? */
  get isOutdated(): boolean {
    return parametersIn(this.progress).by !== this.parameters.by;
  }

  /** What is known of every card follows from the parameters that hold. */
  *#followParameters(stale: Stale): Generator<void> {
    if (!this.isOutdated) return;
    this.parameters = parametersIn(this.progress);
    let count = 0;
    for (const card of this.progress.cards.keys()) {
      this.#markCard(card, stale);
      if (++count % GROUP === 0) yield;
    }
  }

  #refoldChosen({ settings: trail }: Stale, before: Before): void {
    if (trail === null) return;
    const { progress, trails, voided, parameters, source } = this;
    const events = source.load(trails.settings, trails.refs);
    refoldSettings(progress, { ...before, trail }, { trail: trails.settings, voided, parameters }, events);
  }

  *#refold(stale: Stale, before: Before): Generator<void> {
    const { progress, trails, voided, parameters } = this;
    let group: [card: CardId, counted: readonly Packed[], trail: readonly Packed[]][] = [];
    let events = 0;
    const refold = () => {
      const loaded = this.source.load(
        group.flatMap(([, , trail]) => trail),
        trails.refs,
      );
      for (const [card, counted, trail] of group)
        refoldCard(progress, card, { ...before, trail: counted }, { trail, voided, parameters }, loaded);
      [group, events] = [[], 0];
    };
    for (const [card, counted] of stale.cards) {
      const trail = trails.cards.get(card) ?? [];
      group.push([card, counted, trail]);
      events += trail.length;
      if (group.length < GROUP && events < MOST_LOADED) continue;
      refold();
      yield;
    }
    refold();
    for (const [lesson, folded] of stale.lessons) {
      const trail = trails.lessons.get(lesson) ?? [];
      const now = { trail, voided, parameters };
      refoldLesson(progress, lesson, { ...before, trail: folded }, now, this.source.load(trail, trails.refs));
    }
  }
}
