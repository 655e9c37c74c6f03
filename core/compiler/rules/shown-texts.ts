import type { Bilingual, LabelQuestion, Question } from '../../domain/question.ts';

/** Something a learner reads before answering. An option says nothing by itself: wrong ones stand beside it. */
export interface Shown {
  readonly part: 'prompt' | 'option' | 'item' | 'pair';
  readonly text: Bilingual;
}

const joined = (...texts: readonly Bilingual[]): Bilingual => ({
  th: texts.map(({ th }) => th).join(' | '),
  en: texts.map(({ en }) => en).join(' | '),
});

/**
 * What a question shows; the two sides of a match as they belong together.
 * @param gists of the paragraphs, by id
 */
export function shownTexts(question: Question, gists: ReadonlyMap<string, Bilingual>): Shown[] {
  const passage = question.passage === undefined ? undefined : gists.get(question.passage);
  const prompt: Shown = { part: 'prompt', text: passage ? joined(question.prompt, passage) : question.prompt };
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return [prompt, ...question.options.map(({ text }): Shown => ({ part: 'option', text }))];
    case 'order':
      return [prompt, ...question.items.map(({ text }): Shown => ({ part: 'item', text }))];
    case 'match':
      return [
        prompt,
        ...question.left.map(({ id, text }): Shown => {
          const right = question.right.find((side) => side.id === question.answer[id]);
          return { part: 'pair', text: right ? joined(text, right.text) : text };
        }),
      ];
    case 'label':
      return [prompt, ...labelsOf(question)];
    default:
      return [prompt];
  }
}

/** Names to choose from, or to place: those stand in the picture, each by itself. */
function labelsOf(question: LabelQuestion): Shown[] {
  if ('options' in question) return question.options.map(({ text }): Shown => ({ part: 'option', text }));
  return question.task === 'place' ? question.labels.map(({ text }): Shown => ({ part: 'item', text })) : [];
}

/** What is learnt from its answer, as one text. */
export function answerText(question: Question): Bilingual {
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return joined(...question.options.filter(({ id }) => question.answer.includes(id)).map(({ text }) => text));
    case 'card':
      return question.back;
    case 'typed':
      return { th: question.accept.th[0] ?? '', en: question.accept.en[0] ?? '' };
    case 'cloze': {
      const texts = question.blanks.flatMap((blank) => (blank.as === 'text' ? [blank.accept] : []));
      return joined(...texts.map(({ th, en }) => ({ th: th[0] ?? '', en: en[0] ?? '' })));
    }
    default:
      return { th: '', en: '' };
  }
}
