import type { Output } from '../../../api/contract.ts';
import { mean, plainBasis, plainShare } from './plain-answers.fixture.ts';
import type { PlainRow } from './plain-rows.fixture.ts';

type Calibration = Output<'stats.page'>['calibration'];
interface Predicted {
  readonly row: PlainRow;
  readonly p: number;
}

const loss = ({ p, row }: Predicted) => {
  const kept = Math.min(0.9999, Math.max(0.0001, p));
  return row.right ? -Math.log(kept) : -Math.log(1 - kept);
};

const power = (base: number, n: number) => (n < 2 ? 0 : Math.floor(Math.log(n) / Math.log(base)));
const history = ({ row }: Predicted) =>
  [power(3.62, row.elapsedDays), power(1.89, row.reps + 1), row.lapses === 0 ? -1 : power(1.73, row.lapses)].join();

function groups<T>(list: readonly T[], keyOf: (one: T) => string | number): T[][] {
  const keys = [...new Set(list.map(keyOf))];
  return keys.map((key) => list.filter((one) => keyOf(one) === key));
}

const differs = (group: readonly Predicted[]) =>
  mean(group.map(({ p }) => p)) - plainShare(group.map(({ row }) => row)).share!;

function rmse(all: readonly Predicted[]): number {
  const squares = groups(all, history).map((group) => group.length * differs(group) ** 2);
  return Math.sqrt(squares.reduce((a, b) => a + b, 0) / all.length);
}

/** Predictions are told apart to a thousandth, rounded down. */
const step = ({ p }: Predicted) => Math.floor(p * 1000);

/** Every right answer against every wrong one. */
function auc(all: readonly Predicted[]): number | null {
  const [right, wrong] = [all.filter(({ row }) => row.right), all.filter(({ row }) => !row.right)];
  if (right.length === 0 || wrong.length === 0) return null;
  const above = right.flatMap((a) => wrong.map((b) => (step(a) > step(b) ? 1 : step(a) === step(b) ? 0.5 : 0)));
  return mean(above);
}

function bins(all: readonly Predicted[]) {
  const place = (one: Predicted) => Math.min(19, Math.floor(step(one) / 50));
  return groups(all, place)
    .sort((a, b) => place(a[0]!) - place(b[0]!))
    .map((group) => {
      const share = plainShare(group.map(({ row }) => row));
      const from = place(group[0]!) / 20;
      const predicted = mean(group.map(({ p }) => p));
      const [right, low, high] = [share.share!, share.low!, share.high!];
      return { from, to: from + 0.05, answers: group.length, predicted, right, low, high };
    });
}

/** What a guess says that saw so many of the answers before, and began with 90 % as if one had been given. */
const guess = (seen: readonly PlainRow[]) => (seen.filter(({ right }) => right).length + 0.9) / (seen.length + 1);

/** @param ever all answers of the scope that count @param from first day of the range */
export function plainCalibration(ever: readonly PlainRow[], from: number): Calibration {
  const known = ever.filter((row) => row.schedules && row.phase !== 'new' && row.elapsedDays > 0);
  const counted = known.map((row, i) => ({ row, before: known.slice(0, i) })).filter(({ row }) => row.day >= from);
  const all = {
    schedule: counted.map(({ row }) => ({ row, p: Math.fround(row.recall!) })),
    mean: counted.map(({ row, before }) => ({ row, p: guess(before) })),
    moving: counted.map(({ row, before }) => ({ row, p: guess(before.slice(-100)) })),
  };
  const n = counted.length;
  const score = (name: keyof typeof all) => ({
    name,
    logLoss: n === 0 ? null : mean(all[name].map(loss)),
    rmse: n === 0 ? null : rmse(all[name]),
    auc: auc(all[name]),
    bins: bins(all[name]),
  });
  const predictors = [score('schedule'), score('mean'), score('moving')];
  const rows = counted.map(({ row }) => row);
  return {
    basis: plainBasis(rows),
    predicted: n === 0 ? null : mean(all.schedule.map(({ p }) => p)),
    right: plainShare(rows).share,
    predictors,
    ...verdict(all),
  };
}

function verdict(all: Record<'schedule' | 'mean' | 'moving', Predicted[]>): Pick<Calibration, 'verdict' | 'against'> {
  const n = all.schedule.length;
  if (n < 200) return { verdict: 'too-few', against: null };
  const against = mean(all.mean.map(loss)) <= mean(all.moving.map(loss)) ? 'mean' : 'moving';
  const differences = all[against].map((one, i) => loss(one) - loss(all.schedule[i]!));
  const middle = mean(differences);
  const deviation = Math.sqrt(mean(differences.map((d) => (d - middle) ** 2)));
  const spread = (1.959963984540054 * deviation) / Math.sqrt(n);
  return { verdict: middle - spread > 0 ? 'better' : middle + spread < 0 ? 'worse' : 'same', against };
}
