import { t } from '../../i18n/locale.svelte.ts';
import { firstDayOf } from './periods.ts';
import type { StatsPage } from './statistics.svelte.ts';

const CHARTS = [
  'calendar',
  'work',
  'time',
  'forecast',
  'retention',
  'calibration',
  'sureness',
  'hardest',
  'hours',
  'recall',
  'intervals',
  'stability',
  'difficulty',
  'grades',
  'kinds',
  'added',
  'mastery',
  'items',
] as const;
export type ChartName = (typeof CHARTS)[number];

/** What a chart needs before it says anything honest. */
export interface Need {
  readonly name: ChartName;
  readonly have: number;
  readonly want: number;
  /** What is counted, in words. */
  readonly words: string;
  /** Days until it will be there at the learner's pace; null where the pace tells nothing. */
  readonly inDays: number | null;
}

const DAYS = 2;
const KNOWN = 30;
const ANSWERS = 100;
const FEW_ANSWERS = 20;
const SAID = 20;
const CARDS = 20;
const REPEATED = 5;
/** The host compares with plain guesses from here on. */
const CALIBRATED = 200;

/** What each chart has and needs; those with enough are shown. */
export function needsOf(page: StatsPage): readonly Need[] {
  const { totals, retention, calibration, sureness, hours, hardest, items, recall, intervals } = page;
  const perDay = totals.answers / (page.today - firstDayOf(page) + 1);
  const asAnswers = (have: number, want: number, share = 1) =>
    perDay > 0 && have < want ? Math.ceil((want - have) / (perDay * share)) : null;
  const days = {
    have: totals.days,
    want: DAYS,
    words: t('stats.need.days', DAYS),
    inDays: totals.days === 1 ? 1 : null,
  };
  const answers = (have: number, want: number) => ({
    have,
    want,
    words: t('stats.need.answers', want),
    inDays: asAnswers(have, want),
  });
  const known = (have: number, want: number) => ({
    have,
    want,
    words: t('stats.need.known', want),
    inDays: asAnswers(have, want, 0.5),
  });
  const cards = (have: number) => ({ have, want: CARDS, words: t('stats.need.cards', CARDS), inDays: null });
  const repeated = (have: number) => ({
    have,
    want: REPEATED,
    words: t('stats.need.repeated', REPEATED),
    inDays: null,
  });
  const answered = sureness.groups
    .filter(({ said }) => said !== 'nothing')
    .reduce((sum, group) => sum + group.answers, 0);
  const retained = retention.groups.reduce((sum, group) => sum + group.answers, 0);
  const needs: Record<ChartName, Omit<Need, 'name'>> = {
    calendar: days,
    work: days,
    time: days,
    added: days,
    forecast: { ...cards(recall.cards), want: 1, words: t('stats.need.cards', 1) },
    retention: known(retained, KNOWN),
    calibration: known(calibration.basis.answers, CALIBRATED),
    sureness: { have: answered, want: SAID, words: t('stats.need.said', SAID), inDays: null },
    hardest: repeated(hardest.judged),
    items: repeated(items.judged),
    hours: answers(hours.basis.answers, ANSWERS),
    recall: cards(recall.cards),
    intervals: cards(intervals.cards),
    stability: cards(page.stability.cards),
    difficulty: cards(page.difficulty.cards),
    grades: answers(page.grades.basis.answers, FEW_ANSWERS),
    kinds: answers(page.kinds.basis.answers, FEW_ANSWERS),
    mastery: answers(totals.answers, 1),
  };
  return CHARTS.map((name) => ({ name, ...needs[name] }));
}

/** What several charts need alike, said once. */
export function groupedNeeds(
  needs: readonly Need[],
): readonly (Omit<Need, 'name'> & { readonly names: ChartName[] })[] {
  const groups = new Map<string, Omit<Need, 'name'> & { readonly names: ChartName[] }>();
  for (const { name, ...need } of needs) {
    const key = JSON.stringify([need.words, need.have]);
    const group = groups.get(key) ?? { ...need, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}
