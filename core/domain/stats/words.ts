/** Statistics can be of the last 30, 90 or 365 study days, today included, or of everything. */
export const STATS_RANGES = ['30d', '90d', '1y', 'all'] as const;
export type StatsRange = (typeof STATS_RANGES)[number];

/**
 * How long a question had been known when it was answered: in its learning or relearning steps, or in review with an interval
 * under 21 days (young) or of 21 days and more (mature).
 */
export const MATURITIES = ['learning', 'young', 'mature'] as const;
export type Maturity = (typeof MATURITIES)[number];

/** What the learner said of being sure. */
export const SAID = ['sure', 'nothing', 'unsure'] as const;
export type Said = (typeof SAID)[number];

/** Who predicts recall: the schedule, the learner's share right so far, that of the last 100 answers. */
export const PREDICTORS = ['schedule', 'mean', 'moving'] as const;
export type Predictor = (typeof PREDICTORS)[number];

/**
 * What may be wrong with a question: nearly always right, mostly wrong, right when the learner is wrong elsewhere, wrong options
 * that nobody picks.
 */
export const ITEM_CONCERNS = ['too-easy', 'too-hard', 'against-the-grain', 'idle-options'] as const;
export type ItemConcern = (typeof ITEM_CONCERNS)[number];
