import type { Client } from '../../../../core/api/client.ts';
import type { Output, Sent } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { codeOf } from '../../app/failure.ts';

export type Way = Sent<'simulation.run'>['settings'][number];
export type From = Sent<'simulation.run'>['from'];
export type Played = Output<'simulation.run'> & { readonly ways: readonly [Way, Way] };

export const HORIZONS = [90, 180, 365] as const;
const LOWEST = 0.7;
/** The second way begins so much below the first. */
const BELOW = 0.05;

/** Two ways to study, played side by side: again with every change, one run at a time. */
export class Simulator {
  ways = $state.raw<readonly [Way, Way]>([
    { newPerDay: 20, retention: 0.9 },
    { newPerDay: 20, retention: 0.85 },
  ]);
  days = $state<number>(180);
  from = $state<From>('now');
  played = $state.raw<Played | null>(null);
  error = $state.raw<ErrorCode | null>(null);
  readonly #call: Client;
  #isRunning = false;
  #isStale = false;

  constructor(call: Client, { newPerDay, retention }: Way) {
    this.#call = call;
    const lower = Math.round(Math.max(LOWEST, retention - BELOW) * 100) / 100;
    this.ways = [
      { newPerDay, retention },
      { newPerDay, retention: lower },
    ];
  }

  readonly change = (index: 0 | 1, part: Partial<Way>): void => {
    const [first, second] = this.ways;
    this.ways = index === 0 ? [{ ...first, ...part }, second] : [first, { ...second, ...part }];
    void this.run();
  };

  readonly run = async (): Promise<void> => {
    this.#isStale = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#isStale) {
      this.#isStale = false;
      const { ways, days, from } = this;
      try {
        const result = await this.#call('simulation.run', { settings: [...ways], days, from });
        this.played = { ...result, ways };
        this.error = null;
      } catch (error) {
        this.error = codeOf(error);
      }
    }
    this.#isRunning = false;
  };
}
