import {
  LABEL_TASKS,
  QUESTION_LEVELS,
  type Accepted,
  type ChoiceQuestion,
  type Labelled,
  type Question,
} from '../../../domain/question.ts';
import type { Key, WrittenNote } from './entries.ts';
import { clozeOf } from './gaps.ts';
import { neededText, NoteFault, oneText, parts, word, words, type Part } from './parts.ts';

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The question that is written in a note; null for a kind that nobody knows. @throws NoteFault */
export function questionOf(note: WrittenNote, id: string): Question | null {
  const make = KINDS[note.kind];
  return make ? make(note, baseOf(note, id)) : null;
}

type Option = ChoiceQuestion['options'][number];
type Base = ReturnType<typeof baseOf>;

function baseOf(note: WrittenNote, id: string) {
  const hint = oneText(note, 'Hint');
  const passage = word(note, 'Passage');
  const [reveals, confuses] = [words(note, 'Reveals'), words(note, 'Confuses')];
  const level = oneOf(note, 'Level', QUESTION_LEVELS);
  return {
    id,
    lessonId: word(note, 'Lesson') ?? 'cards',
    sectionId: word(note, 'Section') ?? 'cards',
    prompt: neededText(note, 'Q'),
    explanation: oneText(note, 'Why') ?? { th: '', en: '' },
    ...(hint && { hint }),
    ...(level && { level }),
    inline: word(note, 'Inline') === 'yes',
    ...(word(note, 'Retired') === 'yes' && { retired: true as const }),
    ...(passage !== null && { passage }),
    ...(reveals.length > 0 && { reveals }),
    ...(confuses.length > 0 && { confuses }),
    evidence: words(note, 'Evidence'),
  };
}

const KINDS: Readonly<Record<string, (note: WrittenNote, base: Base) => Question>> = {
  card: (note, base) => ({ ...base, kind: 'card', back: neededText(note, 'A') }),
  cloze: (note, base) => ({ ...base, kind: 'cloze', ...clozeOf(base.prompt, note.line) }),
  choice: (note, base) => ({ ...base, kind: 'choice', ...optionsOf(note, 1) }),
  choices: (note, base) => ({ ...base, kind: 'choices', ...optionsOf(note, Infinity) }),
  typed: (note, base) => ({ ...base, kind: 'typed', ...acceptedOf(note) }),
  number: (note, base) => {
    const unit = oneText(note, 'Unit');
    const answer = numberOf(note, 'Answer');
    return {
      ...base,
      kind: 'number',
      answer,
      tolerance: word(note, 'Tolerance') === null ? 0 : numberOf(note, 'Tolerance'),
      ...(unit && { unit }),
    };
  },
  date: (note, base) => {
    const answer = neededText(note, 'Answer').en;
    if (!DATE.test(answer)) throw new NoteFault(note.line, 'Answer is no date');
    return { ...base, kind: 'date', answer };
  },
  order: (note, base) => ({ ...base, kind: 'order', items: atLeast(2, labelled(parts(note, 'Item')), note) }),
  match: (note, base) => ({ ...base, kind: 'match', ...pairsOf(note, 'Left', 'Right') }),
  label: (note, base) => labelQuestion(note, base),
};

function labelQuestion(note: WrittenNote, base: Base): Question {
  const task = oneOf(note, 'Task', LABEL_TASKS);
  const picture = neededText(note, 'Picture').en;
  const same = { ...base, kind: 'label' as const, picture };
  if (task === 'place') {
    const { left, right, answer } = pairsOf(note, 'Mark', 'Label');
    return { ...same, task, marks: left, labels: right, answer };
  }
  const marks = atLeast(1, labelled(parts(note, 'Mark')), note);
  if (task === 'find') {
    const answer = neededText(note, 'Answer').en;
    if (!marks.some(({ id }) => id === answer)) throw new NoteFault(note.line, 'Answer is no mark');
    return { ...same, task, marks, answer };
  }
  if (task !== 'name') throw new NoteFault(note.line, 'Task is missing');
  const mark = marks[0]!;
  return parts(note, 'Wrong').length > 0
    ? { ...same, task, mark, ...optionsOf(note, 1) }
    : { ...same, task, mark, ...acceptedOf(note) };
}

function optionsOf(note: WrittenNote, mostRight: number): { options: Option[]; answer: string[] } {
  const written = parts(note, 'Right', 'Wrong', 'Because');
  const options: Option[] = [];
  const answer: string[] = [];
  for (const part of written) {
    const last = options.at(-1);
    if (part.key === 'Because') {
      if (!last) throw new NoteFault(part.line, 'Because stands before every option');
      options[options.length - 1] = { ...last, why: part.text };
      continue;
    }
    const option = { id: part.id ?? `${options.length + 1}`, text: part.text };
    options.push(option);
    if (part.key === 'Right') answer.push(option.id);
  }
  checkIds(options, note);
  if (answer.length < 1 || answer.length > mostRight) throw new NoteFault(note.line, 'number of right options');
  return { options: [...atLeast(2, options, note)], answer };
}

function pairsOf(note: WrittenNote, leftKey: Key, rightKey: Key) {
  const left: Labelled[] = [];
  const right: Labelled[] = [];
  const answer: Record<string, string> = {};
  for (const part of parts(note, leftKey, rightKey, 'Extra')) {
    if (part.key === leftKey) {
      left.push(labelledOf(part, left.length));
      continue;
    }
    const same =
      part.id === null
        ? right.find(({ text }) => text.th === part.text.th && text.en === part.text.en)
        : right.find(({ id }) => id === part.id);
    const own = same ?? labelledOf(part, right.length);
    if (!same) right.push(own);
    const of = left.at(-1);
    if (part.key === rightKey && (!of || answer[of.id] !== undefined))
      throw new NoteFault(part.line, `${rightKey} without ${leftKey}`);
    if (part.key === rightKey) answer[of!.id] = own.id;
  }
  checkIds(left, note);
  checkIds(right, note);
  if (left.some(({ id }) => answer[id] === undefined)) throw new NoteFault(note.line, `${leftKey} without ${rightKey}`);
  return { left: atLeast(2, left, note), right, answer };
}

function acceptedOf(note: WrittenNote): { accept: Accepted; accents?: 'ignore' } {
  const accept: { th: string[]; en: string[] } = { th: [], en: [] };
  for (const { key, language, text } of note.entries) {
    if (key !== 'Answer' || text === '') continue;
    if (language !== 'en') accept.th.push(text);
    if (language !== 'th') accept.en.push(text);
  }
  const [th, en] = [accept.th.length > 0 ? accept.th : accept.en, accept.en.length > 0 ? accept.en : accept.th];
  if (th.length === 0) throw new NoteFault(note.line, 'Answer is missing');
  return { accept: { th, en }, ...(word(note, 'Accents') === 'ignore' && { accents: 'ignore' as const }) };
}

function numberOf(note: WrittenNote, key: Key): number {
  const text = neededText(note, key).en;
  const number = Number(text.replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/g, ''));
  if (!Number.isFinite(number)) throw new NoteFault(note.line, `${key} is no number`);
  return number;
}

function oneOf<T extends string>(note: WrittenNote, key: Key, known: readonly T[]): T | null {
  const said = word(note, key);
  const found = known.find((each) => each === said);
  if (said !== null && found === undefined) throw new NoteFault(note.line, `${key} ${said}`);
  return found ?? null;
}

const labelledOf = ({ id, text }: Part, i: number): Labelled => ({ id: id ?? `${i + 1}`, text });
const labelled = (found: readonly Part[]) => found.map(labelledOf);

function atLeast<T>(count: number, items: readonly T[], note: WrittenNote): readonly T[] {
  if (items.length < count) throw new NoteFault(note.line, `${note.kind} needs ${count} of them`);
  return items;
}

function checkIds(items: readonly Labelled[], note: WrittenNote): void {
  if (new Set(items.map(({ id }) => id)).size < items.length) throw new NoteFault(note.line, 'an id comes up twice');
}
