import type { Output } from '../../../../core/api/contract.ts';
import { TEXT_PARTS, type TextPart } from '../../../../core/domain/note/text-places.ts';
import { t } from '../../i18n/locale.svelte.ts';

type ReplacedText = Output<'card.replacements'>['rows'][number];

const isPart = (name: string): name is TextPart => (TEXT_PARTS as readonly string[]).includes(name);

/** What the field is called; of a question its part alone, whichever it is of several. */
export const placeName = ({ field, language }: ReplacedText): string =>
  language !== null && isPart(field) ? t(`browse.part.${field}`) : field;

/** The same with which of several it is, and in which language. */
export const placeWords = (text: ReplacedText): string =>
  text.language === null
    ? text.field
    : t('browse.partOf', placeName(text), text.nth, t(`settings.language.${text.language}`));

/** The part of questions that is called so. */
export const partCalled = (name: string): TextPart | undefined =>
  TEXT_PARTS.find((part) => t(`browse.part.${part}`).toLowerCase() === name.toLowerCase());
