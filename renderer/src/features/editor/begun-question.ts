import type { AskedSentence } from '../../courses/sentence-to-ask.ts';
import { markGap } from './cloze-marks.ts';
import type { NoteWriting } from './note-writing.svelte.ts';

/** A sentence that was read, as a cloze: its words are the prompt, those that were chosen the gap, and where it stands the evidence. */
export function beginWithSentence(writing: NoteWriting, { language, text, gap, evidence }: AskedSentence): void {
  writing.making = { kind: 'question', of: 'cloze' };
  writing.languages = [language];
  writing.form.prompt[language] = text;
  writing.form.kept = { evidence: [evidence] };
  if (gap) markGap(writing.form, language, ...gap);
}
