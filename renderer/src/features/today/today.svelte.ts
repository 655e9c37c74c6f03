import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { Loaded } from '../../app/loaded.svelte.ts';

const HALF_YEAR_DAYS = 182;
interface Today {
  readonly summary: Output<'stats.summary'>;
  readonly days: Output<'stats.series'>['days'];
}

/** The figures of today and of the last half year. */
export class TodayFigures extends Loaded<Today> {
  constructor({ call }: { readonly call: Client }) {
    super(async () => {
      const [summary, { days }] = await Promise.all([
        call('stats.summary', {}),
        call('stats.series', { days: HALF_YEAR_DAYS }),
      ]);
      return { summary, days };
    });
  }
}
