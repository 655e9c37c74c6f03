export const LANGUAGES = ['system', 'th', 'en'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

/** How the app looks. It belongs to the screen and the eyes before it, so every device has its own. */
export interface Look {
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
  /** Text size against the design, 0.85 to 1.5. */
  readonly fontScale: number;
  /** Lessons show Thai and English side by side. */
  readonly bothLanguages: boolean;
  /** How fast lessons are read aloud against the voice's own speed, 0.5 to 2. */
  readonly readingRate: number;
}

export const REVIEW_ORDERS = ['due', 'recall', 'overdue', 'random', 'lesson'] as const;
export const NEW_MIXES = ['mixed', 'first', 'last'] as const;

/** How the cards of a course are studied. A preset, or a course alone, may say any of it otherwise than the settings. */
export interface StudyOptions {
  /** New cards a study day, 0 to 999. */
  readonly newPerDay: number;
  /** Reviews a study day, 0 to 9999. */
  readonly reviewsPerDay: number;
  /** Desired probability of recall when a card comes due, 0.70 to 0.97. */
  readonly retention: number;
  /** Minutes of the steps of a new card, each 1 to 1440, at most ten; none: it is in review at once. */
  readonly learningStepsMin: readonly number[];
  /** The same for a card that was forgotten. */
  readonly relearningStepsMin: readonly number[];
  /** No interval is longer, 1 to 36 500 days. */
  readonly maximumIntervalDays: number;
  /**
   * Which review comes first: the one that is `due` for longest, that of the lowest `recall`, that which is `overdue` most against
   * its interval, any (`random`, the same all day), or as the lessons teach.
   */
  readonly reviewOrder: (typeof REVIEW_ORDERS)[number];
  /** New cards among the reviews, before or behind them. */
  readonly newMix: (typeof NEW_MIXES)[number];
  /** A card in its steps is shown so many minutes early when nothing else is left, 0 to 1440. */
  readonly learnAheadMin: number;
  /** An answer counts for at most so many seconds, 10 to 600: who goes away has not studied meanwhile. */
  readonly answerTimeCapS: number;
  /** Questions that give each other away are not asked on one day while there are others. */
  readonly burySiblings: boolean;
  /** A card is a leech when it was forgotten so often after it had been learned, 2 to 99. */
  readonly leechLapses: number;
  /** Again and Good alone, or all four grades. */
  readonly gradeButtons: 2 | 4;
}

/** Days on which nothing is studied: study days, both counted in. */
export interface Vacation {
  readonly from: number;
  readonly to: number;
}

/** How the learner studies: the same on all their devices. */
export interface StudySettings extends StudyOptions {
  /** Local hour at which a study day begins, 0 to 23. */
  readonly rolloverHour: number;
  /** Intervals are spread over a few days around the one that FSRS names. */
  readonly fuzz: boolean;
  /** Within that spread, the day with the least to do is taken. */
  readonly loadBalance: boolean;
  /** Weekdays on which no review falls due, 0 (Sunday) to 6; at most six. */
  readonly easyDays: readonly number[];
  readonly vacations: readonly Vacation[];
  /** Minutes a day the learner wants to study, 0 to 1440; 0: no budget but the limits. */
  readonly minutesPerDay: number;
  /** Offer "sure" and "not sure" with every answer. */
  readonly askSure: boolean;
  /** Local hours at which a reminder tells what is due, 0 to 23; none: never. */
  readonly reminderHours: readonly number[];
  /** The number of cards that are due, on the app's icon. */
  readonly badge: boolean;
}

/** Everything the learner can choose. Stored as events, one per change. */
export interface Settings extends Look, StudySettings {}

export const DEFAULT_LOOK: Look = {
  language: 'system',
  theme: 'system',
  fontScale: 1,
  bothLanguages: false,
  readingRate: 1,
};

export const DEFAULT_STUDY_OPTIONS: StudyOptions = {
  newPerDay: 20,
  reviewsPerDay: 200,
  retention: 0.9,
  learningStepsMin: [1, 10],
  relearningStepsMin: [10],
  maximumIntervalDays: 36_500,
  reviewOrder: 'due',
  newMix: 'mixed',
  learnAheadMin: 20,
  answerTimeCapS: 60,
  burySiblings: true,
  leechLapses: 8,
  gradeButtons: 4,
};

export const DEFAULT_STUDY_SETTINGS: StudySettings = {
  ...DEFAULT_STUDY_OPTIONS,
  rolloverHour: 4,
  fuzz: true,
  loadBalance: true,
  easyDays: [],
  vacations: [],
  minutesPerDay: 0,
  askSure: false,
  reminderHours: [],
  badge: false,
};

export const DEFAULT_SETTINGS: Settings = { ...DEFAULT_LOOK, ...DEFAULT_STUDY_SETTINGS };

export const isLook = (key: string): key is keyof Look => Object.hasOwn(DEFAULT_LOOK, key);
