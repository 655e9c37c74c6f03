import type { Bilingual } from '../../domain/question.ts';

type Some = { readonly th?: string; readonly en?: string };
type Fields<N extends string> = { readonly [K in `${N}.th` | `${N}.en`]?: string };

/** Texts by language as the fields of a record: `title.th`, `title.en`. Those that are absent are not there. */
export const textFields = <N extends string>(name: N, texts: Some): Fields<N> =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [`${name}.${language}`, text])) as Fields<N>;

/** The same of those that differ from what stands there. */
export const changedTexts = <N extends string>(name: N, before: Bilingual, { th, en }: Some): Fields<N> =>
  textFields(name, {
    ...(th !== undefined && th !== before.th && { th }),
    ...(en !== undefined && en !== before.en && { en }),
  });
