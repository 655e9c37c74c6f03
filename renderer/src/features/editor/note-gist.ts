import type { WrittenNote } from './note-writing.svelte.ts';

const LONGEST = 60;

type Asking = Pick<WrittenNote, 'making' | 'form' | 'fields' | 'languages'>;

/** What a note asks, as plain text: its prompt, or the first field that holds something. */
export function askedText({ making, form, fields, languages }: Asking): string {
  const [language = 'th'] = languages;
  const text =
    making.kind === 'fields'
      ? (fields.find((field) => field.trim() !== '') ?? '')
      : form.prompt[language] || form.prompt.th || form.prompt.en;
  return text
    .replaceAll(/\{\{c\d+::(.*?)(?:::.*?)?\}\}/gs, '$1')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** So much of a note that one knows it again: the beginning of what it asks. */
export function gistOf(written: Asking): string {
  const plain = askedText(written);
  const signs = Array.from(plain);
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : plain;
}
