/** Every view, by its address. The interface is in English. */
export declare const VIEWS: {
  readonly today: {
    readonly hash: '#/today';
    readonly shows: 'main .heat .week';
  };
  readonly course: {
    readonly hash: '#/course/csto';
    readonly shows: 'main ol.lessons > li';
  };
  readonly lesson: {
    readonly hash: '#/lesson/csto/at-a-glance';
    readonly shows: 'main article h1';
  };
  readonly review: {
    readonly hash: '#/review';
    readonly shows: '[data-question]';
  };
  readonly glossary: {
    readonly hash: '#/glossary/csto';
    readonly shows: '[data-term]';
  };
  readonly timeline: {
    readonly hash: '#/pictures/csto/timeline';
    readonly shows: '[aria-label="Timeline"]';
  };
  readonly practice: {
    readonly hash: '#/practice/csto';
    readonly shows: '[data-question]';
  };
  readonly bodies: {
    readonly hash: '#/pictures/csto/bodies';
    readonly shows: '[aria-label="Organization chart"]';
  };
  readonly history: {
    readonly hash: '#/history';
    readonly shows: 'main section h2';
  };
  readonly members: {
    readonly hash: '#/pictures/csto/members';
    readonly shows: '[aria-label="States by years"]';
  };
  readonly settings: {
    readonly hash: '#/settings';
    readonly shows: '#settings-data';
  };
  readonly figures: {
    readonly hash: '#/pictures/csto/figures';
    readonly shows: 'main .track';
  };
  readonly data: {
    readonly hash: '#/data';
    readonly shows: '[aria-label="Backups that are there"]';
  };
};
export type ViewName = keyof typeof VIEWS;
export declare const VIEW_NAMES: ViewName[];
