import type { Voice } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import { asPattern } from './as-pattern.ts';
import { shownFields } from './shown-fields.ts';
import type { Fault } from './fault.ts';

/** Whether a text says who is speaking; without that nobody knows weeks later who "the author" is. */
export interface NamesVoice {
  readonly th: RegExp;
  readonly en: RegExp;
}

/** The voices of a course by their names, and its source as a whole. */
export function namesVoiceOf(voices: readonly Voice[]): NamesVoice {
  const either = (names: readonly string[]) => names.map(asPattern).join('|');
  const english = voices.map(({ name }) => name.en.replace(/^the /i, ''));
  return {
    th: new RegExp(either([...voices.map(({ name }) => name.th), 'เนื้อหา'])),
    en: new RegExp(`\\b(?:${either([...english, 'source'])})\\b`, 'i'),
  };
}

const NAMELESS: readonly [RegExp, string][] = [
  [/\bp\d{3}\b/, 'a paragraph number can not be known by heart'],
  [/\b(?:the|this) lesson\b|บทเรียน|ในบทนี้/i, 'the lesson is not at hand when this is asked'],
  [/\b(?:the|this) note\b|ในหมายเหตุ/i, 'which note? Name the voice: the reference note …'],
  [/\bpassage above\b|\btext above\b|ข้อความข้างต้น|ย่อหน้าข้างต้น/i, 'nothing stands above when this is asked'],
];
const AUTHOR = /\b(?:the|its) author\b|(?<!มี|ความเห็นของ)ผู้เขียน/i;
const SHOWN_PASSAGE = /\bthis passage\b|\bthe passage\b|ข้อความนี้|ข้อความตอนนี้/i;

/** Pointers of a question that lead nowhere when it is asked alone. */
export function namelessVoices(question: Question, namesVoice: NamesVoice): Fault[] {
  return shownFields(question).flatMap(({ path, text }) =>
    (['th', 'en'] as const).flatMap((language) => {
      const around = `${question.prompt[language]} ${text[language]}`;
      const faults = NAMELESS.flatMap(([pattern, message]) => {
        const found = pattern.exec(text[language])?.[0];
        return found === undefined ? [] : [`"${found}": ${message}`];
      });
      if (
        path[0] !== 'options' &&
        path[0] !== 'extra' &&
        AUTHOR.test(text[language]) &&
        !namesVoice[language].test(around)
      )
        faults.push('which author? Name the voice: the commentary …');
      if (
        path[0] === 'prompt' &&
        question.passage === undefined &&
        SHOWN_PASSAGE.test(text[language]) &&
        !/[“"]/.test(text[language])
      )
        faults.push('a passage is spoken of, but none is shown (`passage`) or quoted');
      return faults.map((message): Fault => ({ path: [...path, language], message }));
    }),
  );
}
