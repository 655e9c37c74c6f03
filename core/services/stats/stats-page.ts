import type { Handlers, Input, Output } from '../../api/contract.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import type { CardId } from '../../domain/ids.ts';
import { CalibrationTally } from '../../domain/stats/calibration-tally.ts';
import { DaysTally, longestPause } from '../../domain/stats/days-tally.ts';
import { GradesTally } from '../../domain/stats/grades-tally.ts';
import { HoursTally } from '../../domain/stats/hours-tally.ts';
import { ItemsTally } from '../../domain/stats/items-tally.ts';
import { KindsTally } from '../../domain/stats/kinds-tally.ts';
import { RetentionTally } from '../../domain/stats/retention-tally.ts';
import type { AnswerHistory, ReviewColumns } from '../../domain/stats/review-columns.ts';
import { StrongTally } from '../../domain/stats/strong-tally.ts';
import { SurenessTally } from '../../domain/stats/sureness-tally.ts';
import { pickRows } from '../../domain/stats/tally.ts';
import type { StatsRange } from '../../domain/stats/words.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { optionsOf } from '../../domain/study/options.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';
import { inSlices } from '../jobs/slices.ts';
import { momentOf } from '../moment.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { itemFigures } from './item-figures.ts';
import { masteryFigures } from './known-figures.ts';
import { addedFigures, forecastFigures, histograms } from './present-figures.ts';
import { answeredCards, CardPlaces, scopeCards, type AnsweredCards } from './stats-cards.ts';
import { calibrationFigures, totalsOf } from './total-figures.ts';

type Page = Output<'stats.page'>;
type Wanted = Input<'stats.page'> & {
  /** The only cards that are meant, where a query says which. */
  readonly among?: ReadonlySet<CardId>;
};

const DAYS_OF: Readonly<Record<StatsRange, number>> = { '30d': 30, '90d': 90, '1y': 365, all: Infinity };
/** How long ago what is known now is compared with. */
const BEFORE_DAYS = 30;

interface Sources {
  readonly catalog: Catalog;
  readonly store: ProgressStore;
  readonly clock: Clock;
  /** The cards of a query. @throws AppError `bad-query` */
  readonly find: (query: string) => Promise<ReadonlySet<CardId>>;
}

/** What is counted of the answers, before it is said. */
interface Counted {
  readonly days: DaysTally;
  readonly retention: RetentionTally;
  readonly hours: HoursTally;
  readonly grades: GradesTally;
  readonly kinds: KindsTally;
  readonly sureness: SurenessTally;
  readonly items: ItemsTally;
  readonly calibration: CalibrationTally;
  readonly strong: StrongTally;
}

function* counting(
  columns: ReviewColumns,
  { isIn, kindOf }: AnsweredCards,
  range: StatsRange,
  today: number,
): Generator<void, Counted> {
  const scope = { from: today - DAYS_OF[range] + 1, isIn };
  const rows = yield* pickRows(columns, scope);
  const days = new DaysTally(columns);
  yield* rows.inRange.tell([days]);
  const inRange = {
    retention: new RetentionTally(columns),
    hours: new HoursTally(columns),
    grades: new GradesTally(columns),
    kinds: new KindsTally(columns, kindOf),
    sureness: new SurenessTally(columns),
    items: new ItemsTally(columns, days),
  };
  const ever = {
    calibration: new CalibrationTally(columns, scope.from),
    strong: new StrongTally(columns, today - BEFORE_DAYS),
  };
  yield* rows.ever.tell(Object.values(ever));
  yield* rows.inRange.tell(Object.values(inRange));
  return { days, ...inRange, ...ever };
}

function* pageOf(
  columns: ReviewColumns,
  wanted: Wanted,
  { catalog, store: { progress, cardRows } }: Sources,
  { moment, places, rows }: { readonly moment: Moment; readonly places: CardPlaces; readonly rows: CardPlaces },
): Generator<void, Page> {
  const { today, now } = moment;
  const { among } = wanted;
  const meant = (all: readonly CatalogCard[]) => (among ? all.filter(({ cardId }) => among.has(cardId)) : all);
  const cards = meant(catalog.cards(wanted));
  const place = yield* places.of(cards, { in: columns.cards, length: columns.cards.length, placeOf: columns.placeOf });
  const row = yield* rows.of(cards, { in: cardRows, length: cardRows.rows, placeOf: (card) => cardRows.rowOf(card) });
  const standing = { cardRows, row, weights: parametersIn(progress).weights };
  const scope = yield* scopeCards(cards, place, standing, moment);
  const beside = meant(catalog.beside(wanted));
  const isEverything = wanted.courseId === undefined && among === undefined;
  const answered = answeredCards(columns, { ...scope, beside, isEverything });
  const counted = yield* counting(columns, answered, wanted.range, today);
  const { days, retention, hours, grades, kinds, sureness } = counted;
  const target = optionsOf(progress, wanted.courseId === undefined ? null : catalog.course(wanted.courseId)).retention;
  const from = wanted.range === 'all' ? Math.min(days.basis.from ?? today, today) : today - DAYS_OF[wanted.range] + 1;
  const studied = days.days;
  const totals = totalsOf({ ...counted, scope, studied, from, target, today }, answered);
  yield;
  const items = yield* itemFigures(counted.items, scope, answered);
  return {
    at: now,
    today,
    from,
    questions: cards.length,
    totals,
    days: { basis: days.basis, days: studied, pause: longestPause(studied) },
    retention: { basis: retention.basis, target, groups: retention.groups },
    forecast: forecastFigures(scope, today, totals),
    ...(yield* histograms(scope)),
    hours: { basis: days.basis, hours: hours.hours },
    grades: { basis: grades.basis, groups: grades.groups },
    kinds: { basis: days.basis, kinds: kinds.kinds },
    added: addedFigures(scope, from),
    mastery: yield* masteryFigures(scope),
    sureness: { basis: days.basis, groups: sureness.groups },
    ...items,
    calibration: calibrationFigures(counted.calibration),
  };
}

/** All charts of the statistics, counted in slices over the columns of answers. */
export function createStatsPage(sources: Sources, answers: AnswerHistory): Pick<Handlers, 'stats.page'> {
  const [places, rows] = [new CardPlaces(), new CardPlaces()];
  return {
    'stats.page': async (wanted) => {
      // A scope that is not there is refused before anything is counted.
      sources.catalog.cards(wanted);
      const among = wanted.query === undefined ? undefined : await sources.find(wanted.query);
      return answers.read((columns) => {
        const moment = momentOf(sources.clock, sources.store.progress);
        return inSlices(pageOf(columns, { ...wanted, ...(among && { among }) }, sources, { moment, places, rows }));
      });
    },
  };
}
