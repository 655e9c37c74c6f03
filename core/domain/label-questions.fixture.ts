import type { ChosenNameQuestion, FindQuestion, PlaceQuestion, TypedNameQuestion } from './question.ts';

const both = (en: string, th = `${en} (th)`) => ({ th, en });
const base = {
  id: 'q',
  lessonId: 'l',
  sectionId: 's',
  kind: 'label',
  picture: 'map',
  prompt: both('?'),
  explanation: both('!'),
  inline: false,
  evidence: [],
} as const;

const minsk = { id: 'minsk', text: both('Minsk', 'มินสก์') };
const astana = { id: 'astana', text: both('Astana', 'อัสตานา') };
const yerevan = { id: 'yerevan', text: both('Yerevan', 'เยเรวาน') };
const chisinau = { id: 'chisinau', text: both('Chişinău', 'คีชีเนา') };

/** The four ways to ask on a picture: cities on a map. */
export const typedName: TypedNameQuestion = {
  ...base,
  task: 'name',
  mark: chisinau,
  accept: { th: ['คีชีเนา', 'คิชิเนา'], en: ['Chişinău', 'Kishinev'] },
  accents: 'ignore',
};
export const chosenName: ChosenNameQuestion = {
  ...base,
  task: 'name',
  mark: minsk,
  options: [
    { id: 'a', text: astana.text, why: both('It lies in Kazakhstan.') },
    { id: 'b', text: minsk.text },
    { id: 'c', text: yerevan.text },
  ],
  answer: ['b'],
};
export const find: FindQuestion = { ...base, task: 'find', marks: [minsk, astana, yerevan, chisinau], answer: 'minsk' };
/** Labels in the order of their names; Moscow is of no use. */
export const place: PlaceQuestion = {
  ...base,
  task: 'place',
  marks: [minsk, astana, yerevan, chisinau],
  labels: [
    { id: 'a', text: astana.text },
    { id: 'b', text: chisinau.text },
    { id: 'c', text: minsk.text },
    { id: 'd', text: both('Moscow', 'มอสโก') },
    { id: 'e', text: yerevan.text },
  ],
  answer: { minsk: 'c', astana: 'a', yerevan: 'e', chisinau: 'b' },
};
