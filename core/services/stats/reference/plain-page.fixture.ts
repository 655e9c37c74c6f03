import { parametersIn } from '../../../domain/history/parameters.ts';
import type { Input, Output } from '../../../api/contract.ts';
import { momentOf } from '../../moment.ts';
import type { Clock, ProgressStore } from '../../ports.ts';
import type { Catalog } from '../../courses/catalog.ts';
import * as answers from './plain-answers.fixture.ts';
import { plainCalibration } from './plain-calibration.fixture.ts';
import { plainItems } from './plain-items.fixture.ts';
import * as present from './plain-present.fixture.ts';
import { plainRows } from './plain-rows.fixture.ts';

const DAYS = { '30d': 30, '90d': 90, '1y': 365, all: Infinity };

/** The page as slow and obvious code makes it: lists of objects, each figure by itself. */
export function plainPage(
  { catalog, store, clock }: { catalog: Catalog; store: ProgressStore; clock: Clock },
  wanted: Input<'stats.page'>,
): Output<'stats.page'> {
  const moment = momentOf(clock, store.progress);
  const { today, now } = moment;
  const cards = catalog.cards(wanted);
  const inScope = new Set<string>(cards.map(({ cardId }) => cardId));
  const all = plainRows(store);
  const beside = new Set<string>(catalog.beside(wanted).map(({ cardId }) => cardId));
  const ever = wanted.courseId === undefined ? all : all.filter(({ card }) => inScope.has(card) || beside.has(card));
  const begin = today - DAYS[wanted.range] + 1;
  const rows = ever.filter(({ day }) => day >= begin);
  const days = rows.map(({ day }) => day);
  const from = wanted.range === 'all' ? Math.min(today, ...days) : begin;
  const target = store.progress.settings.retention;
  const states = cards.flatMap(({ cardId }) => store.progress.cards.get(cardId) ?? []);
  const memories = states.flatMap(({ memory }) => memory ?? []);
  return {
    ...{ at: now, today, from, questions: cards.length },
    totals: {
      ...present.plainTotals(rows, rows.filter(answers.known)),
      daysInRange: Math.max(today, ...days) - from + 1,
      target,
      strong: {
        now: memories.filter(({ lastDay, stabilityDays }) => today - lastDay <= stabilityDays).length,
        before30Days: present.plainStrongBefore(
          ever.filter(({ card }) => !beside.has(card)),
          store.progress,
          inScope,
          today - 30,
        ),
      },
    },
    days: answers.plainDays(rows),
    retention: answers.plainRetention(rows, target),
    forecast: present.plainForecast(states, rows, moment),
    ...present.plainHistograms(memories, now, parametersIn(store.progress).weights),
    hours: answers.plainHours(rows),
    grades: answers.plainGrades(rows),
    kinds: answers.plainKinds(rows, catalog),
    added: present.plainAdded(states, from, moment),
    mastery: present.plainMastery(cards, store.progress, now),
    sureness: answers.plainSureness(rows),
    ...plainItems(rows, catalog),
    calibration: plainCalibration(ever, begin),
  };
}
