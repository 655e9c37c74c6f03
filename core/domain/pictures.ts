import type { Bilingual } from './question.ts';

/** The data behind a course's pictures. Dates are ISO, Common Era, as precise as the source; evidence is paragraph ids. */
export const TIMELINE_THEMES = [
  'treaty',
  'organization',
  'members',
  'forces',
  'operations',
  'partners',
  'crises',
] as const;
export type TimelineTheme = (typeof TIMELINE_THEMES)[number];
export const BODY_GROUPS = ['statutory', 'officer', 'permanent', 'subsidiary', 'assembly'] as const;
export type BodyGroup = (typeof BODY_GROUPS)[number];

interface TimelineEvent {
  readonly id: string;
  readonly date: string;
  readonly theme: TimelineTheme;
  readonly title: Bilingual;
  readonly evidence: readonly string[];
}

/** A body of the organisation; `id` is its glossary entry, where its name comes from; `parent` the body it works under. */
interface Body {
  readonly id: string;
  readonly name: Bilingual;
  readonly abbr?: string;
  readonly group: BodyGroup;
  readonly parent?: string;
  readonly function: Bilingual;
  readonly evidence: readonly string[];
}

/** A time in which a state took part; without `to` it lasts to the end of the text. */
interface MemberSpan {
  readonly from: string;
  readonly to?: string;
  readonly note?: Bilingual;
  readonly evidence: readonly string[];
}
interface MemberState {
  readonly id: string;
  readonly name: Bilingual;
  readonly spans: readonly MemberSpan[];
}

/** One figure as one passage gives it. `subject` is a glossary entry. */
export interface Figure {
  readonly subject: string;
  readonly label: Bilingual;
  readonly value: number;
  readonly unit: Bilingual;
  /** The moment or the text it holds for. */
  readonly asOf: Bilingual;
  readonly evidence: readonly string[];
}

export interface Pictures {
  readonly timeline: readonly TimelineEvent[];
  readonly bodies: readonly Body[];
  readonly members: readonly MemberState[];
  readonly forces: readonly Figure[];
  readonly operations: readonly Figure[];
}
