import type { ChoiceQuestion, Labelled, MatchQuestion, Question } from '../../../../domain/question.ts';
import type { Key } from '../../deck-text/entries.ts';
import { gapped } from './gaps.ts';
import { answers, braced, entries, entry } from './lines.ts';

/** A question as the entries of docs/markdown-deck.md. */
export function questionLines(question: Question): string[] {
  const prompt = question.kind === 'cloze' ? gapped(question) : question.prompt;
  return [...entries('Q', prompt), ...answerLines(question), ...baseLines(question)];
}

function baseLines(question: Question): string[] {
  const { hint, level, passage, reveals = [], confuses = [], evidence, lessonId, sectionId } = question;
  const list = (key: Key, ids: readonly string[]) => (ids.length === 0 ? [] : entry(key, ids.join(', ')));
  const place = (key: Key, id: string) => (id === 'cards' ? [] : entry(key, id));
  return [
    ...entries('Why', question.explanation),
    ...(hint ? entries('Hint', hint) : []),
    ...(level ? entry('Level', level) : []),
    ...list('Evidence', evidence),
    ...(passage === undefined ? [] : entry('Passage', passage)),
    ...list('Reveals', reveals),
    ...list('Confuses', confuses),
    ...place('Lesson', lessonId),
    ...place('Section', sectionId),
    ...(question.inline ? entry('Inline', 'yes') : []),
    ...(question.retired ? entry('Retired', 'yes') : []),
  ];
}

function answerLines(question: Question): string[] {
  switch (question.kind) {
    case 'card':
      return entries('A', question.back);
    case 'cloze':
      return [];
    case 'choice':
    case 'choices':
      return optionLines(question.options, question.answer);
    case 'typed':
      return acceptLines(question);
    case 'number':
      return [
        ...entry('Answer', String(question.answer)),
        ...(question.tolerance > 0 ? entry('Tolerance', String(question.tolerance)) : []),
        ...(question.unit ? entries('Unit', question.unit) : []),
      ];
    case 'date':
      return entry('Answer', question.answer);
    case 'order':
      return question.items.flatMap(({ id, text }) => entries('Item', text, braced(id)));
    case 'match':
      return pairLines('Left', 'Right', question);
    case 'label':
      return labelLines(question);
  }
}

const acceptLines = ({ accept, accents }: Pick<Extract<Question, { kind: 'typed' }>, 'accept' | 'accents'>) => [
  ...answers(accept),
  ...(accents === 'ignore' ? entry('Accents', 'ignore') : []),
];

const optionLines = (options: ChoiceQuestion['options'], answer: readonly string[]) =>
  options.flatMap(({ id, text, why }) => [
    ...entries(answer.includes(id) ? 'Right' : 'Wrong', text, braced(id)),
    ...(why ? entries('Because', why) : []),
  ]);

/** Each of the left with its partner; then what belongs to none. */
function pairLines(
  leftKey: Key,
  rightKey: Key,
  { left, right, answer }: Pick<MatchQuestion, 'left' | 'right' | 'answer'>,
) {
  const line = (key: Key, { id, text }: Labelled) => entries(key, text, braced(id));
  const used = new Set(Object.values(answer));
  return [
    ...left.flatMap((each) => [
      ...line(leftKey, each),
      ...right.filter(({ id }) => id === answer[each.id]).flatMap((partner) => line(rightKey, partner)),
    ]),
    ...right.filter(({ id }) => !used.has(id)).flatMap((extra) => line('Extra', extra)),
  ];
}

function labelLines(question: Extract<Question, { kind: 'label' }>): string[] {
  const { picture, task } = question;
  const head = [...entry('Picture', picture), ...entry('Task', task)];
  const mark = ({ id, text }: Labelled) => entries('Mark', text, braced(id));
  switch (task) {
    case 'name':
      return [
        ...head,
        ...mark(question.mark),
        ...('accept' in question ? acceptLines(question) : optionLines(question.options, question.answer)),
      ];
    case 'find':
      return [...head, ...question.marks.flatMap(mark), ...entry('Answer', question.answer)];
    case 'place': {
      const { marks: left, labels: right, answer } = question;
      return [...head, ...pairLines('Mark', 'Label', { left, right, answer })];
    }
  }
}
