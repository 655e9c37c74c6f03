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

/** What the source says of a place beside the dated events. */
interface PlaceNote {
  readonly text: Bilingual;
  readonly evidence: readonly string[];
}
export const PLACE_KINDS = ['city', 'area', 'base'] as const;
/** A place of the source. */
interface Place {
  readonly id: string;
  readonly name: Bilingual;
  /** The name of the state it lies in. */
  readonly state: Bilingual;
  readonly kind: (typeof PLACE_KINDS)[number];
  /** In the units of the map; null: off the map. */
  readonly at: readonly [number, number] | null;
  /** Ids of events of the timeline. */
  readonly events: readonly string[];
  readonly notes: readonly PlaceNote[];
}
/** A piece of land as an SVG path in the units of the map. */
interface Land {
  /** The member state (of any time) it belongs to; null: everything else. */
  readonly state: string | null;
  readonly path: string;
  /** Where its name may stand; null where the map does not name it. */
  readonly label: readonly [number, number] | null;
}
/** A part of the land that states dispute, roughly; cut to the outline of `within` where it is given. */
interface DisputedArea {
  readonly name: Bilingual;
  readonly path: string;
  readonly within?: string;
}
export interface CourseMap {
  readonly width: number;
  readonly height: number;
  readonly lands: readonly Land[];
  readonly disputed: readonly DisputedArea[];
  /** Ids of events of the timeline one can walk through, in order. */
  readonly steps: readonly string[];
  readonly places: readonly Place[];
}

interface Exercise {
  readonly id: string;
  readonly name: Bilingual;
  readonly from: string;
  readonly to?: string;
  /** Every year from then on. */
  readonly yearly?: true;
  /** The exercise it is a part of. */
  readonly partOf?: string;
  readonly where?: Bilingual;
  readonly about: Bilingual;
  readonly evidence: readonly string[];
}

/** From the middle outwards, from close to loose. */
export const PARTNER_RINGS = ['members', 'observers', 'documents', 'contacts', 'dialogue'] as const;
type PartnerRing = (typeof PARTNER_RINGS)[number];
/** What joins a partner to the organization. */
interface Tie {
  readonly what: Bilingual;
  readonly date?: string;
  readonly evidence: readonly string[];
}
interface Partner {
  readonly id: string;
  readonly name: Bilingual;
  readonly ring: PartnerRing;
  readonly ties: readonly Tie[];
}

export interface Pictures {
  readonly timeline: readonly TimelineEvent[];
  readonly bodies: readonly Body[];
  readonly members: readonly MemberState[];
  readonly forces: readonly Figure[];
  readonly operations: readonly Figure[];
  /** Null for a course without places. */
  readonly map: CourseMap | null;
  readonly exercises: readonly Exercise[];
  readonly partners: readonly Partner[];
}
