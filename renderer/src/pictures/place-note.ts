import { pick, t } from '../i18n/locale.svelte.ts';
import { sourceDate } from '../i18n/source-dates.ts';
import type { Place, TimelineEvent } from './map-places.ts';
import type { PictureNote } from './picture-note.ts';

/** All that the source says of a place: the events there, by date, and what else. */
export function placeNote(place: Place, timeline: readonly TimelineEvent[]): PictureNote {
  const events = timeline.filter(({ id }) => place.events.includes(id));
  const said = [
    ...events.map(({ date, title }) => t('timeline.event', sourceDate(date), pick(title))),
    ...place.notes.map(({ text }) => pick(text)),
  ];
  const evidence = [...events, ...place.notes].flatMap((one) => one.evidence);
  return {
    id: place.id,
    kicker: pick(place.state),
    title: pick(place.name),
    text: said.join(' · '),
    evidence: [...new Map(evidence.map((one) => [one.id, one] as const)).values()],
  };
}
