import { expect, it } from 'vitest';
import type { AskedSentence } from '../../courses/sentence-to-ask.ts';
import { beginWithSentence } from './begun-question.ts';
import { NoteWriting } from './note-writing.svelte.ts';

const SENTENCE: Omit<AskedSentence, 'gap'> = {
  ...{ language: 'th' as const, text: 'หกรัฐลงนามเมื่อ พ.ศ. 2535 และอีกสามรัฐใน พ.ศ. 2536' },
  evidence: 'csto/tashkent-treaty/signing',
};

it('the chosen words of a sentence are the gap, in their place, and the section the evidence', () => {
  const writing = new NoteWriting();
  const from = SENTENCE.text.lastIndexOf('พ.ศ. ');
  beginWithSentence(writing, { ...SENTENCE, gap: [from, SENTENCE.text.length] });
  expect(writing.content).toMatchObject({
    kind: 'question',
    languages: ['th'],
    question: {
      kind: 'cloze',
      prompt: { th: 'หกรัฐลงนามเมื่อ พ.ศ. 2535 และอีกสามรัฐใน {{1}}' },
      blanks: [{ as: 'text', accept: { th: ['พ.ศ. 2536'] } }],
      evidence: ['csto/tashkent-treaty/signing'],
    },
  });
});

it('of a whole sentence the gap is chosen in the editor', () => {
  const writing = new NoteWriting();
  beginWithSentence(writing, { ...SENTENCE, gap: null });
  expect(writing.form.prompt.th).toBe(SENTENCE.text);
  expect(writing.problems).toContain('no-gap');
});
