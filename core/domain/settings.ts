export const LANGUAGES = ['system', 'th', 'en'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

/** How the app looks. It belongs to the screen and the eyes before it, so every device has its own. */
export interface Look {
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
  /** Text size against the design, 0.85 to 1.5. */
  readonly fontScale: number;
}

/** How the learner studies: the same on all their devices. */
export interface StudySettings {
  /** New cards a study day, 0 to 999. */
  readonly newPerDay: number;
  /** Reviews a study day, 0 to 9999. */
  readonly reviewsPerDay: number;
  /** Desired probability of recall when a card comes due, 0.70 to 0.97. */
  readonly retention: number;
  /** Local hour at which a study day begins, 0 to 23. */
  readonly rolloverHour: number;
  /** An answer counts for at most so many seconds, 10 to 600: who goes away has not studied meanwhile. */
  readonly answerTimeCapS: number;
}

/** Everything the learner can choose. Stored as events, one per change. */
export interface Settings extends Look, StudySettings {}

export const DEFAULT_LOOK: Look = { language: 'system', theme: 'system', fontScale: 1 };

export const DEFAULT_STUDY_SETTINGS: StudySettings = {
  newPerDay: 20,
  reviewsPerDay: 200,
  retention: 0.9,
  rolloverHour: 4,
  answerTimeCapS: 60,
};

export const DEFAULT_SETTINGS: Settings = { ...DEFAULT_LOOK, ...DEFAULT_STUDY_SETTINGS };

export const isLook = (key: string): key is keyof Look => Object.hasOwn(DEFAULT_LOOK, key);
