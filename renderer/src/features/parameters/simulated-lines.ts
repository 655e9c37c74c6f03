import { countScale } from '../../charts/ticks.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { Axis, Line } from '../../charts/line-chart.ts';
import { number, percent } from '../../i18n/formats.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { Played, Way } from './simulator.svelte.ts';

const WEEK = 7;
const LOOKS = [
  { color: 'var(--c-1)', look: 'line' },
  { color: 'var(--c-2)', look: 'dashed' },
] as const;

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means of whole weeks: single days jump about. The rest of days belongs to the last one. */
function byWeek(values: readonly number[]): number[] {
  const weeks = Math.max(1, Math.floor(values.length / WEEK));
  return Array.from({ length: weeks }, (_, week) =>
    mean(values.slice(week * WEEK, week === weeks - 1 ? undefined : (week + 1) * WEEK)),
  );
}

const wayName = ({ newPerDay, retention }: Way): string => t('simulator.way', newPerDay, percent(retention));

type Figure = 'minutes' | 'remembered';

/** The figure of both ways, a point a week. */
export function simulatedLines({ runs, ways }: Played, figure: Figure): Line[] {
  const digits = figure === 'minutes' ? 1 : 0;
  return runs.map((run, index) => ({
    id: String(index),
    ...LOOKS[index]!,
    points: byWeek(run[figure]).map((y, week) => ({
      x: week + 1,
      y,
      size: 2.5,
      label: t(
        'simulator.point',
        wayName(ways[index]!),
        `${t('simulator.week')} ${number(week + 1)}`,
        number(y, digits),
      ),
    })),
  }));
}

export function axesOf(lines: readonly Line[]): { across: Axis; up: Axis } {
  const weeks = Math.max(2, ...lines.map(({ points }) => points.length));
  const { top, values } = countScale(Math.max(1, ...lines.flatMap(({ points }) => points.map(({ y }) => y))));
  const step = [1, 2, 4, 8, 13, 26].find((size) => weeks / size <= 7) ?? 52;
  const ticks = Array.from({ length: Math.floor((weeks - 1) / step) + 1 }, (_, at) => 1 + at * step);
  return {
    across: {
      from: 1,
      to: weeks,
      ticks: ticks.map((value) => ({ value, label: number(value) })),
      name: t('simulator.week'),
    },
    up: { from: 0, to: top, ticks: values.map((value) => ({ value, label: number(value) })) },
  };
}

export function tableOf(lines: readonly Line[], { ways }: Played): ChartTable {
  const weeks = Math.max(...lines.map(({ points }) => points.length));
  return {
    head: [t('simulator.week'), ...ways.map(wayName)],
    rows: Array.from({ length: weeks }, (_, week) => [week + 1, ...lines.map(({ points }) => points[week]?.y ?? null)]),
  };
}

export const legendOf = ({ ways }: Played) => ways.map((way, index) => ({ label: wayName(way), ...LOOKS[index]! }));

/** What the second way costs or saves against the first, in one sentence. */
export function costWords({ runs, ways }: Played): string {
  const [first, second] = ways.map((way, index) => ({ way, run: runs[index]! })) as [
    { way: Way; run: Played['runs'][number] },
    { way: Way; run: Played['runs'][number] },
  ];
  const isSameGoal = first.way.retention === second.way.retention;
  const nameOf = (way: Way) => (isSameGoal ? wayName(way) : percent(way.retention));
  const saved = mean(first.run.minutes) - mean(second.run.minutes);
  const digits = Math.abs(saved) < 3 ? 1 : 0;
  const minutes = number(Math.abs(saved), digits);
  const cost =
    Math.abs(saved) < 0.05
      ? t('simulator.costs.same', nameOf(second.way), nameOf(first.way))
      : t('simulator.cost', nameOf(second.way), nameOf(first.way), minutes, saved > 0);
  const lost = Math.round(first.run.remembered.at(-1) ?? 0) - Math.round(second.run.remembered.at(-1) ?? 0);
  return `${cost} ${t('simulator.gain', Math.abs(lost), lost > 0)}`;
}

export const levelWords = ({ runs }: Played): string =>
  t('simulator.level', number(runs[0]?.remembered.at(-1) ?? 0), number(runs[1]?.remembered.at(-1) ?? 0));
