import type { Question } from '../question.ts';

/** Texts that are merged one by one where two devices changed a question; all else of it belongs together and is one part, `body`. */
const TEXTS = ['prompt', 'explanation', 'hint'] as const;
const LANGUAGES = ['th', 'en'] as const;
const TEXT_PARTS = TEXTS.flatMap((name) => LANGUAGES.map((language) => `${name}.${language}` as const));
const QUESTION_PARTS = ['body', ...TEXT_PARTS] as const;
type QuestionPart = (typeof QUESTION_PARTS)[number];

/** A question as the texts that are written to the journal: `body` is JSON, the rest plain text. */
export type QuestionParts = ReadonlyMap<QuestionPart, string>;

/**
 * A question in parts, as they are edited and merged. The prompt of a cloze belongs to its body: its gaps and what is accepted in them
 * only make sense together.
 */
export function partsOfQuestion(question: Question, languages: readonly ('th' | 'en')[]): QuestionParts {
  const { prompt, explanation, hint, id: _, cardId: __, lessonId: ___, sectionId: ____, ...rest } = question;
  const isCloze = question.kind === 'cloze';
  const texts = { ...(isCloze ? {} : { prompt }), explanation, ...(hint && { hint }) };
  const parts = new Map<QuestionPart, string>();
  parts.set('body', JSON.stringify({ languages, ...rest, ...(isCloze && { prompt }) }));
  for (const [name, text] of Object.entries(texts))
    for (const language of LANGUAGES) parts.set(`${name}.${language}` as QuestionPart, text[language]);
  return parts;
}

/** The parts of a question of which some were written anew. @param written the learner's text of a part, where there is one */
export function mergedParts(base: QuestionParts, written: (part: QuestionPart) => string | undefined): QuestionParts {
  const merged = new Map(base);
  for (const part of QUESTION_PARTS) {
    const text = written(part);
    if (text !== undefined) merged.set(part, text);
  }
  return merged;
}

/**
 * What the parts say, to be held against the schema of a question: nothing of it is proved.
 * @throws SyntaxError where the body is no JSON
 */
export function questionOfParts(
  parts: QuestionParts,
  place: Readonly<Record<'id' | 'lessonId' | 'sectionId', string>>,
): { readonly languages: unknown; readonly question: unknown } {
  const { languages, ...body } = JSON.parse(parts.get('body') ?? '{}') as Record<string, unknown>;
  const text = (name: (typeof TEXTS)[number]) => ({
    th: parts.get(`${name}.th`) ?? '',
    en: parts.get(`${name}.en`) ?? '',
  });
  const hint = text('hint');
  return {
    languages,
    question: {
      ...(body['kind'] !== 'cloze' && { prompt: text('prompt') }),
      explanation: text('explanation'),
      ...(hint.th + hint.en !== '' && { hint }),
      ...body,
      ...place,
    },
  };
}

/** Parts that differ, with what to write. */
export const changedParts = (before: QuestionParts, after: QuestionParts): ReadonlyMap<QuestionPart, string> =>
  new Map(
    QUESTION_PARTS.flatMap((part) => {
      const text = after.get(part) ?? '';
      return text === (before.get(part) ?? '') ? [] : [[part, text] as const];
    }),
  );
