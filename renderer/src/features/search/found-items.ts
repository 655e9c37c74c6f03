import type { Output } from '../../../../core/api/contract.ts';
import type { SearchAddress } from '../../../../core/api/search-methods.ts';
import { cardHref, courseHref, deckHref, glossaryHref, lessonHref } from '../../app/address.ts';
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
  }
}

/** What the host found, as lines of the palette. */
export const foundGroup = ({ kind, best, total, hits }: Group): PaletteGroup => ({
  ...{ kind, best, total },
  items: hits.map(({ address, title, detail, place }): PaletteItem => ({
    id: JSON.stringify(address),
    icon: ICONS[kind],
    ...{ title, detail },
    place:
      kind === 'course' ? '' : place.lesson === null ? place.course : t('search.place', place.lesson, place.course),
    to: hrefOf(address),
  })),
});
