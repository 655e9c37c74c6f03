import type { Output } from '../../../../core/api/contract.ts';
import type { SearchAddress } from '../../../../core/api/search-methods.ts';
import { cardHref, courseHref, deckHref, glossaryHref, lessonHref, marksHref } from '../../app/address.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';

type Group = Output<'search.find'>['groups'][number];

const ICONS: Readonly<Record<Group['kind'], IconName>> = {
  course: 'library',
  lesson: 'course',
  term: 'glossary',
  question: 'review',
  note: 'review',
  passage: 'quote',
  highlight: 'pen',
};

function hrefOf(address: SearchAddress): string {
  switch (address.kind) {
    case 'course':
      return address.isDeck ? deckHref(address.courseId) : courseHref(address.courseId);
    case 'lesson':
      return lessonHref(address.courseId, address.lessonId, address.sectionId);
    case 'term':
      return glossaryHref(address.courseId, address.termId);
    case 'question':
    case 'note':
      return cardHref(address.cardId);
    case 'passage':
      return address.lessonId === null
        ? courseHref(address.courseId)
        : lessonHref(address.courseId, address.lessonId, address.sectionId);
    case 'highlight':
      return address.sectionId === null
        ? marksHref(address.courseId)
        : lessonHref(address.courseId, address.lessonId, address.sectionId, address.highlightId);
  }
}

/** @param isOnly there is but one course: nobody needs to be told which */
function placeOf(kind: Group['kind'], { course, lesson }: Group['hits'][number]['place'], isOnly: boolean): string {
  if (kind === 'course') return '';
  if (kind === 'note' || !isOnly) return lesson === null ? course : t('search.place', lesson, course);
  return lesson === null ? '' : t('lesson.number', lesson);
}

/** What the host found, as lines of the palette. @param courses how many there are, decks aside */
export const foundGroup = ({ kind, best, total, hits }: Group, courses: number): PaletteGroup => ({
  ...{ kind, best, total },
  items: hits.map(({ address, title, detail, place }): PaletteItem => ({
    id: JSON.stringify(address),
    icon: ICONS[kind],
    ...{ title, detail },
    place: placeOf(kind, place, courses === 1),
    to: hrefOf(address),
  })),
});
