import { asPattern } from './as-pattern.ts';
import type { Question } from '../../domain/question.ts';
import type { Name } from '../schema-names.ts';
import type { Fault } from './fault.ts';
import { figuresIn } from './figures-in.ts';
import { shownFields, textFields } from './shown-fields.ts';

/** Thai letters in what the English reader is shown. */
export function untranslated(question: Question): Fault[] {
  return shownFields(question).flatMap(({ path, text }) => {
    const found = /[\u0E01-\u0E4E]+/.exec(text.en)?.[0];
    return found === undefined ? [] : [{ path: [...path, 'en'], message: `"${found}" is not translated` }];
  });
}

/** Years and figures that stand in one language only. A figure may be written in words in the other. */
export function differentFigures(question: Question): Fault[] {
  return textFields(question).flatMap(({ path, text }) => {
    const [th, en] = [figuresIn(text.th), figuresIn(text.en)];
    const only = (one: typeof th, other: typeof th) => [
      ...[...one.years].filter((year) => !other.years.has(year)),
      ...[...one.numbers].filter((number) => !other.numbers.has(number) && !other.words.has(number)),
    ];
    return [
      ...only(th, en).map((figure) => ({ path, message: `${figure} stands in Thai only` })),
      ...only(en, th).map((figure) => ({ path, message: `${figure} stands in English only` })),
    ];
  });
}

/** Names of a course as they are looked for in a text. */
export interface KnownName {
  readonly id: string;
  readonly th: RegExp;
  readonly en: RegExp;
}

/** Thai forms of so many letters are parts of other words; they count where a name has no other. */
const SHORT = 2;

/** States, places and persons: names that every reader needs in both languages. */
export function knownNames(names: Iterable<Name>): KnownName[] {
  return [...names].flatMap((name) => {
    if (name.kind !== 'state' && name.kind !== 'place' && name.kind !== 'person') return [];
    const english = name.en.flatMap((form) => (name.kind === 'state' ? [form, adjectiveStem(form)] : [form]));
    const long = name.th.filter((form) => form.length > SHORT);
    // อเมริกา also stands in อเมริกัน.
    const stems =
      name.kind === 'state' ? long.filter((form) => form.endsWith('กา')).map((form) => form.slice(0, -1)) : [];
    const thai = long.length > 0 ? long : name.th.slice(0, 1);
    return [
      {
        id: name.id,
        th: new RegExp(`(?:${[...thai, ...stems].map(asPattern).join('|')})`),
        en: new RegExp(`(?<!\\p{L})(?:${english.map(asPattern).join('|')})`, 'u'),
      },
    ];
  });
}

/** Names that stand in one language only. */
export function differentNames(question: Question, names: readonly KnownName[]): Fault[] {
  return textFields(question).flatMap(({ path, text }) =>
    names.flatMap(({ id, th, en }): Fault[] => {
      const [inThai, inEnglish] = [th.test(text.th), en.test(text.en)];
      return inThai === inEnglish
        ? []
        : [{ path, message: `${id} (names.yaml) stands in ${inThai ? 'Thai' : 'English'} only` }];
    }),
  );
}

/** "Russia" also stands in "Russian", "Afghanistan" in "Afghan". */
const adjectiveStem = (state: string): string => state.replace(/(?:i?stan|a|e)$/, '');
