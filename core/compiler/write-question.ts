import { splitPassageKey } from '../domain/passage-key.ts';
import type { ChoiceQuestion, LabelQuestion, Question } from '../domain/question.ts';
import { acceptedIn, isBlank, type Both } from './written-text.ts';

interface Writing {
  /** What it is called there. */
  readonly id: string;
  readonly courseId: string;
  readonly both: Both;
}

/** A question as questions.yaml has it. */
export function questionFile(question: Question, { id, courseId, both }: Writing): Record<string, unknown> {
  const { kind, sectionId, prompt, explanation, hint, level, inline, retired, tags = [] } = question;
  const evidence = question.evidence.flatMap((one) => {
    const passage = splitPassageKey(one);
    if (passage === null) return [one];
    return passage.courseId === courseId ? [`${passage.lessonId}/${passage.sectionId}`] : [];
  });
  return {
    ...{ id, kind, section: sectionId, prompt: both(prompt), ...answerOf(question, both) },
    ...(!isBlank(explanation) && { explanation: both(explanation) }),
    ...(hint && !isBlank(hint) && { hint: both(hint) }),
    ...(level && { level }),
    ...(inline && { inline }),
    ...(retired && { retired }),
    ...(tags.length > 0 && { tags }),
    ...(evidence.length > 0 && { evidence }),
  };
}

/** What the kind adds. */
function answerOf(question: Question, both: Both): Record<string, unknown> {
  switch (question.kind) {
    case 'card':
      return { back: both(question.back) };
    case 'cloze':
      return {
        blanks: question.blanks.map((blank) =>
          blank.as === 'text' ? { ...blank, accept: acceptedIn(blank.accept, both) } : blank,
        ),
      };
    case 'choice':
    case 'choices':
      return {
        options: optionsOf(question, both),
      };
    case 'typed':
      return { accept: acceptedIn(question.accept, both), ...(question.accents && { accents: question.accents }) };
    case 'number': {
      const { answer, tolerance, unit } = question;
      return { answer, ...(tolerance > 0 && { tolerance }), ...(unit && !isBlank(unit) && { unit: both(unit) }) };
    }
    case 'date':
      return { answer: question.answer };
    case 'order':
      return { items: question.items.map(({ text }) => both(text)) };
    case 'match': {
      const { left, right, answer } = question;
      const used = new Set(Object.values(answer));
      const textOf = (id: string | undefined) => both(right.find((side) => side.id === id)?.text ?? { th: '', en: '' });
      const extra = right.filter(({ id }) => !used.has(id)).map(({ text }) => both(text));
      return {
        pairs: left.map(({ id, text }) => ({ left: both(text), right: textOf(answer[id]) })),
        ...(extra.length > 0 && { extra }),
      };
    }
    case 'label':
      return { picture: question.picture, ...imageOf(question, both), task: question.task, ...askedOf(question, both) };
  }
}

const optionsOf = ({ options, answer }: Pick<ChoiceQuestion, 'options' | 'answer'>, both: Both) =>
  options.map(({ id, text, why }) => ({
    ...both(text),
    ...(answer.includes(id) && { right: true }),
    ...(why && !isBlank(why) && { why: both(why) }),
  }));

const imageOf = ({ image }: LabelQuestion, both: Both) =>
  image && {
    image: {
      ...{ file: image.file, covers: image.covers },
      regions: image.regions.map(({ id, text, shape, points }) => ({ id, name: both(text), shape, points })),
    },
  };

function askedOf(question: LabelQuestion, both: Both): Record<string, unknown> {
  switch (question.task) {
    case 'name':
      return {
        mark: question.mark.id,
        ...('options' in question
          ? { options: optionsOf(question, both) }
          : {
              accept: acceptedIn(question.accept, both),
              ...(question.accents && { accents: question.accents }),
            }),
      };
    case 'find':
      return { mark: question.answer };
    case 'place': {
      const used = new Set(Object.values(question.answer));
      const extra = question.labels.filter(({ id }) => !used.has(id)).map(({ text }) => both(text));
      return { marks: question.marks.map(({ id }) => id), ...(extra.length > 0 && { extra }) };
    }
  }
}
