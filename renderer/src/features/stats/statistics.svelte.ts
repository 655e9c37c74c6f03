import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { StatsRange } from '../../../../core/domain/stats/words.ts';
import { Loaded } from '../../app/loaded.svelte.ts';

export type StatsPage = Output<'stats.page'>;

/** What the statistics are about. Null: all courses, or the whole course; or no search, beside which there is no course. */
export interface StatsScope {
  readonly range: StatsRange;
  readonly courseId: string | null;
  readonly lessonId: string | null;
  readonly query: string | null;
}

/** The figures of the statistics for what was chosen last, which is kept between visits. */
export class Statistics extends Loaded<StatsPage> {
  scope = $state.raw<StatsScope>({ range: '1y', courseId: null, lessonId: null, query: null });
  /** How many days ahead the forecast looks. */
  horizon = $state<30 | 90 | 365>(30);

  /** Searches that the learner keeps. */
  readonly searches: Loaded<Output<'query.saved'>['searches']>;

  constructor({ call }: { readonly call: Client }) {
    super(() => {
      const { range, courseId, lessonId, query } = this.scope;
      return call('stats.page', {
        range,
        ...(courseId !== null && { courseId }),
        ...(courseId !== null && lessonId !== null && { lessonId }),
        ...(courseId === null && query !== null && { query }),
      });
    });
    this.searches = new Loaded(async () => (await call('query.saved', {})).searches);
  }
}
