import type { Question } from '../../../core/domain/question.ts';
import { shownFields } from './shown-fields.ts';
import type { Fault } from './fault.ts';

/** Names of who is speaking in the source; without one nobody knows weeks later who "the author" is. */
const ENGLISH_VOICE =
  'TASS file|brief history|commentary|old website|2019 overview|older part|reference note|list of facts|source';
const THAI_VOICE = 'แฟ้มข้อมูล|ประวัติโดยย่อ|บทวิจารณ์|เว็บไซต์เดิม|เนื้อหา|เอกสารข้อมูลอ้างอิง|รายการข้อเท็จจริง';
/** Whether a text says who is speaking. */
export const namesVoice = { th: new RegExp(THAI_VOICE), en: new RegExp(`\\b(?:${ENGLISH_VOICE})\\b`, 'i') } as const;

const NAMELESS: readonly [RegExp, string][] = [
  [/\bp\d{3}\b/, 'a paragraph number can not be known by heart'],
  [/\b(?:the|this) lesson\b|บทเรียน|ในบทนี้/i, 'the lesson is not at hand when this is asked'],
  [/\b(?:the|this) note\b|ในหมายเหตุ/i, 'which note? Name the voice: the reference note …'],
  [/\bpassage above\b|\btext above\b|ข้อความข้างต้น|ย่อหน้าข้างต้น/i, 'nothing stands above when this is asked'],
];
const AUTHOR = /\b(?:the|its) author\b|(?<!มี|ความเห็นของ)ผู้เขียน/i;
const SHOWN_PASSAGE = /\bthis passage\b|\bthe passage\b|ข้อความนี้|ข้อความตอนนี้/i;

/** Pointers of a question that lead nowhere when it is asked alone. */
export function namelessVoices(question: Question): Fault[] {
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
