import { expect, it } from 'vitest';
import { likelyFields } from './likely-fields.ts';

const fields = (...names: string[]) => names.map((name, place) => ({ name, place }));

it.each([
  ['the same names', fields('Front', 'Back'), fields('Back', 'front'), [1, 0]],
  ['the same row where no name is the same', fields('Word', 'Meaning'), fields('Front', 'Back', 'More'), [0, 1, -1]],
  ['a row whose field another name wants stays empty', fields('Back', 'X'), fields('Front', 'Back'), [-1, 0]],
  ['a field that is gone leaves its place empty', fields('A'), [{ name: 'A', place: 2 }], [-1, -1, 0]],
] as const)('%s', (_what, before, after, chosen) => expect(likelyFields(before, after)).toEqual(chosen));
