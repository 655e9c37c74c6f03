import type { Bilingual, Question } from '../../domain/question.ts';

/** A text of a question, by the path of its field in questions.yaml. */
export interface Field {
  readonly path: readonly PropertyKey[];
  readonly text: Bilingual;
}

/** What is read before answering, and the back of a card: prompt, options, items, sides of a match. */
export function shownFields(question: Question): Field[] {
  const prompt: Field = { path: ['prompt'], text: question.prompt };
  const list = (name: string, entries: readonly { readonly text: Bilingual }[]): Field[] =>
    entries.map(({ text }, index) => ({ path: [name, index], text }));
  switch (question.kind) {
    case 'card':
      return [prompt, { path: ['back'], text: question.back }];
    case 'choice':
    case 'choices':
      return [prompt, ...list('options', question.options)];
    case 'order':
      return [prompt, ...list('items', question.items)];
    case 'match':
      return [
        prompt,
        ...question.left.map(({ text }, index): Field => ({ path: ['pairs', index, 'left'], text })),
        ...question.right.map(({ text }, index): Field => ({
          path: index < question.left.length ? ['pairs', index, 'right'] : ['extra', index - question.left.length],
          text,
        })),
      ];
    case 'label':
      if ('options' in question) return [prompt, ...list('options', question.options)];
      return question.task === 'place' ? [prompt, ...list('labels', question.labels)] : [prompt];
    default:
      return [prompt];
  }
}

/** All its texts: what is shown, the explanation, the hint and why an option is wrong. */
export function textFields(question: Question): Field[] {
  const options = 'options' in question ? question.options : [];
  return [
    ...shownFields(question),
    { path: ['explanation'], text: question.explanation },
    ...(question.hint ? [{ path: ['hint'], text: question.hint }] : []),
    ...options.flatMap(({ why }, index): Field[] => (why ? [{ path: ['options', index, 'why'], text: why }] : [])),
  ];
}
