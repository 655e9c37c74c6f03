import type { Sent } from '../../../../core/api/contract.ts';
import { QUESTION_LEVELS, type Bilingual, type Labelled } from '../../../../core/domain/question.ts';

import { alsoAccepted, noPicture, pictureForm, type PictureForm } from './region-form.ts';

export type QuestionDraft = Extract<Sent<'note.add'>['content'], { kind: 'question' }>['question'];
export type Language = 'th' | 'en';
/** Kinds that can be made. A label question that is made has a picture of its own; one on a picture of a course is only changed. */
export const MADE_KINDS = [
  'card',
  'cloze',
  'choice',
  'choices',
  'typed',
  'number',
  'date',
  'order',
  'match',
  'label',
] as const;

type Level = (typeof QUESTION_LEVELS)[number];
export type GapKind = 'text' | 'number' | 'year' | 'date';

/** What is written of each language, whether or not it is asked for. */
export interface Text {
  th: string;
  en: string;
}
export interface OptionRow {
  id: string;
  text: Text;
  isRight: boolean;
  why: Text;
}
export interface ItemRow {
  id: string;
  text: Text;
}
export interface PairRow {
  id: string;
  left: Text;
  right: Text;
}
/** Accepted answers, a line each; of a gap that is a figure or a date what it is, in any language. */
export interface GapRow {
  as: GapKind;
  accept: Text;
  answer: string;
}

/**
 * A question as its form holds it: what each kind needs, side by side, so that another kind loses nothing. Plain values, so that a
 * draft of it can be kept.
 */
export interface QuestionForm {
  prompt: Text;
  back: Text;
  options: OptionRow[];
  /** Accepted answers, a line each. */
  accept: Text;
  ignoresAccents: boolean;
  answer: string;
  tolerance: string;
  unit: Text;
  date: string;
  items: ItemRow[];
  pairs: PairRow[];
  extra: ItemRow[];
  gaps: GapRow[];
  picture: PictureForm;
  hint: Text;
  explanation: Text;
  level: Level | '';
  /** What the form does not show: evidence and such. Kept as it came. */
  kept: Record<string, unknown>;
}

export const noText = (): Text => ({ th: '', en: '' });

/** A name that no other row has, though rows were taken out. */
export function freeId(taken: readonly { readonly id: string }[], letter: string): string {
  const numbers = taken.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}

export const newOption = (rows: readonly OptionRow[]): OptionRow => ({
  ...{ id: freeId(rows, 'o'), text: noText(), isRight: false, why: noText() },
});
export const newItem = (rows: readonly { readonly id: string }[], letter: string): ItemRow => ({
  ...{ id: freeId(rows, letter), text: noText() },
});
export const newPair = (rows: readonly PairRow[]): PairRow => ({
  ...{ id: freeId(rows, 'p'), left: noText(), right: noText() },
});

/** An empty form, with as many rows as one usually wants. */
export function emptyQuestion(): QuestionForm {
  const rows = <T>(count: number, make: (rows: readonly T[]) => T): T[] => {
    const made: T[] = [];
    while (made.length < count) made.push(make(made));
    return made;
  };
  return {
    ...{ prompt: noText(), back: noText(), accept: noText(), ignoresAccents: false },
    ...{ answer: '', tolerance: '', unit: noText(), date: '' },
    options: rows(3, newOption),
    items: rows(3, (made) => newItem(made, 'i')),
    pairs: rows(3, newPair),
    ...{ extra: [], gaps: [], picture: noPicture(), hint: noText(), explanation: noText(), level: '', kept: {} },
  };
}

/** A question that is to be changed, in its form. A language it is not written in is empty, whatever stands under it. */
export function formOfQuestion(question: QuestionDraft, languages: readonly Language[] = ['th', 'en']): QuestionForm {
  const { kind, prompt, explanation, hint, level, ...rest } = question;
  const form: QuestionForm = {
    ...emptyQuestion(),
    ...{ prompt: { ...prompt }, explanation: { ...explanation }, hint: { ...(hint ?? noText()) }, level: level ?? '' },
  };
  const { evidence, reveals, confuses, passage, retired } = rest;
  const common = { evidence, reveals, confuses, passage, retired };
  form.kept =
    kind === 'label' && question.image === undefined
      ? rest
      : Object.fromEntries(Object.entries(common).filter(([, value]) => value !== undefined));
  fillKind(form, question);
  for (const language of ['th', 'en'] as const)
    if (!languages.includes(language)) for (const text of textsOf(form)) text[language] = '';
  return form;
}

function fillKind(form: QuestionForm, question: QuestionDraft): void {
  switch (question.kind) {
    case 'card':
      form.back = { ...question.back };
      return;
    case 'cloze':
      form.gaps = question.blanks.map(gapOf);
      return;
    case 'choice':
    case 'choices':
      form.options = question.options.map(({ id, text, why }) => ({
        ...{ id, text: { ...text }, isRight: question.answer.includes(id), why: { ...(why ?? noText()) } },
      }));
      return;
    case 'typed':
      form.accept = linesOf(question.accept);
      form.ignoresAccents = question.accents === 'ignore';
      return;
    case 'number':
      form.answer = String(question.answer);
      form.tolerance = question.tolerance === 0 ? '' : String(question.tolerance);
      form.unit = { ...(question.unit ?? noText()) };
      return;
    case 'date':
      form.date = question.answer;
      return;
    case 'order':
      form.items = question.items.map(copied);
      return;
    case 'match': {
      const { left, right, answer } = question;
      form.pairs = left.map(({ id, text }) => ({
        ...{ id, left: { ...text } },
        right: { ...(right.find((side) => side.id === answer[id])?.text ?? noText()) },
      }));
      const used = new Set(Object.values(answer));
      form.extra = right.filter(({ id }) => !used.has(id)).map(copied);
      return;
    }
    case 'label':
      if (!question.image) return;
      form.picture = pictureForm(question, question.image);
      form.accept = linesOf(alsoAccepted(question));
      form.ignoresAccents = 'accents' in question && question.accents === 'ignore';
  }
}

/** All that is written in a language. */
const textsOf = ({
  prompt,
  back,
  accept,
  unit,
  hint,
  explanation,
  options,
  items,
  extra,
  pairs,
  gaps,
  picture,
}: QuestionForm) => [
  ...[prompt, back, accept, unit, hint, explanation],
  ...options.flatMap(({ text, why }) => [text, why]),
  ...[...items, ...extra].map(({ text }) => text),
  ...pairs.flatMap(({ left, right }) => [left, right]),
  ...gaps.map((gap) => gap.accept),
  ...Object.values(picture.names),
];

type Blank = Extract<QuestionDraft, { kind: 'cloze' }>['blanks'][number];
const gapOf = (blank: Blank): GapRow =>
  blank.as === 'text'
    ? { as: 'text', accept: linesOf(blank.accept), answer: '' }
    : { as: blank.as, accept: noText(), answer: String(blank.answer) };
const linesOf = (accept: Record<Language, readonly string[]>): Text => ({
  ...{ th: accept.th.join('\n'), en: accept.en.join('\n') },
});
const copied = ({ id, text }: Labelled): ItemRow => ({ id, text: { ...(text satisfies Bilingual) } });
