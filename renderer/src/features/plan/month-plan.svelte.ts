import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { Loaded } from '../../app/loaded.svelte.ts';

export type MonthDays = Output<'plan.month'>['days'];

/** The next 30 days as planned. */
export class MonthPlan extends Loaded<Output<'plan.month'>> {
  constructor({ call }: { readonly call: Client }) {
    super(() => call('plan.month', {}));
  }
}
