import type { Accepted } from '../domain/question.ts';
import type { Name } from './schema-names.ts';

type Language = 'th' | 'en';
type Of<K extends Name['kind']> = Extract<Name, { kind: K }>;
/** Words around a name (…) that say nothing new. */
type Frame = string;

const PLACE: Readonly<Record<Of<'place'>['as'][number], Readonly<Record<Language, readonly Frame[]>>>> = {
  city: {
    th: ['กรุง…', 'เมือง…', 'นคร…'],
    en: ['city of …', '… city'],
  },
  region: {
    th: ['แคว้น…', 'ภูมิภาค…', 'เขต…'],
    en: ['… region', '… oblast', 'region of …'],
  },
  base: {
    th: ['ฐานทัพอากาศ…', 'ฐานทัพ…', 'ฐานบิน…', 'ฐาน…'],
    en: ['… air base', '… airbase', '… base', '… military base', 'air base …'],
  },
};
const EXERCISE: Readonly<Record<Language, readonly Frame[]>> = {
  th: ['การฝึก…', 'การฝึกร่วม…', 'การซ้อมรบ…'],
  en: ['… exercise', 'exercise …'],
};
const OPERATION: Readonly<Record<Language, readonly Frame[]>> = {
  th: ['ปฏิบัติการ…', 'มาตรการ…'],
  en: ['Operation …', '… operation'],
};
const ORGANIZATION: Readonly<Record<Language, readonly Frame[]>> = {
  th: ['องค์การ…', 'กลุ่ม…'],
  en: [],
};
/** So many spellings are written with the state of a place, or with every given name and initial; the others are rare. */
const USUAL = 2;

/**
 * Every usual way to write a name, shown first: the city with its state, the person with title, given name or initials, the body
 * with the organization it belongs to. Honorifics and "Full name (ABBR)" are the grader's business.
 *
 * @param all the names of the course, for the state of a place and the organization of a body
 * @param full the abbreviation alone does not do
 */
export function writtenForms(name: Name, all: ReadonlyMap<string, Name>, full: boolean): Accepted {
  const inOne = (language: Language) => [...new Set(formsOf(name, all, language, full))];
  return { th: inOne('th'), en: inOne('en') };
}

function formsOf(name: Name, all: ReadonlyMap<string, Name>, language: Language, full: boolean): string[] {
  const spellings = name[language];
  const short = !full && 'abbr' in name ? (name.abbr ?? []) : [];
  switch (name.kind) {
    case 'person':
      return personForms(name, language);
    case 'place':
      return placeForms(name, name.in === undefined ? undefined : all.get(name.in), language);
    case 'state':
      return language === 'en' ? spellings : framed(spellings.flatMap(withoutRank), ['ประเทศ…'], spellings);
    case 'organization':
      return [...spellings, ...framed(short, language === 'th' ? ORGANIZATION.th : [])];
    case 'body':
    case 'document':
    case 'force':
      return bodyForms([...spellings, ...short], name.of === undefined ? undefined : all.get(name.of), language);
    case 'exercise':
      return framed(spellings, EXERCISE[language]);
    case 'operation':
      return framed(spellings, OPERATION[language]);
    case 'other':
      return [...spellings, ...short];
  }
}

/** `texts` as they are, then in every frame. */
function framed(texts: readonly string[], frames: readonly Frame[], first: readonly string[] = texts): string[] {
  return [...first, ...frames.flatMap((frame) => texts.map((text) => frame.replace('…', () => text)))];
}

/** ประเทศ stands before no สาธารณรัฐ. */
const withoutRank = (spelling: string): string[] => (/^(?:ประเทศ|สาธารณรัฐ|สห)/.test(spelling) ? [] : [spelling]);

function personForms({ given, initials, titles, ...name }: Of<'person'>, language: Language): string[] {
  const surnames = name[language];
  const usual = surnames.slice(0, USUAL);
  const fronts = [...(given?.[language] ?? []), ...(initials?.[language] ?? [])];
  const main = fronts.slice(0, 1).flatMap((front) => surnames.map((surname) => `${front} ${surname}`));
  const others = fronts.flatMap((front) => usual.map((surname) => `${front} ${surname}`));
  const turned = fronts.map((front) => `${surnames[0] ?? ''} ${front}`);
  const gap = language === 'th' ? '' : ' ';
  const titled = (titles?.[language] ?? []).flatMap((title) =>
    [...surnames, ...main.slice(0, USUAL)].map((text) => `${title}${gap}${text}`),
  );
  return [...main.slice(0, 1), ...surnames, ...main, ...others, ...turned, ...titled];
}

function placeForms(name: Of<'place'>, state: Name | undefined, language: Language): string[] {
  const frames = name.as.flatMap((sort) => PLACE[sort][language]);
  const forms = framed(name[language], frames);
  if (state === undefined) return forms;
  const country = state[language][0] ?? '';
  const ends =
    language === 'th'
      ? [`… ${country}`, `…ประเทศ${country}`, `…ใน${country}`]
      : [`…, ${country}`, `… ${country}`, `… in ${country}`];
  return [...forms, ...framed(framed(name[language].slice(0, USUAL), frames), ends, [])];
}

function bodyForms(texts: readonly string[], owner: Name | undefined, language: Language): string[] {
  if (owner === undefined) return [...texts];
  const abbr = ('abbr' in owner ? owner.abbr?.[0] : undefined) ?? owner.en[0] ?? '';
  const usual = texts.filter((text) => !text.includes(abbr));
  const frames: Frame[] =
    language === 'th'
      ? [
          `… ${abbr}`,
          `…ของ ${abbr}`,
          `…แห่ง ${abbr}`,
          '…ขององค์การ',
          '…องค์การ',
          `…${owner.th[0] ?? ''}`,
          `…ของ${owner.th[0] ?? ''}`,
          `…แห่ง${owner.th[0] ?? ''}`,
        ]
      : [`${abbr} …`, `… of the ${abbr}`, `… of ${abbr}`, `… of the ${owner.en[0] ?? ''}`];
  return framed(usual, frames, texts);
}
