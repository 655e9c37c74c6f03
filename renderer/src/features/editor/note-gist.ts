import type { WrittenNote } from './note-writing.svelte.ts';

const LONGEST = 60;

/** So much of a note that one knows it again: the beginning of what it asks, as plain text. */
export function gistOf({
  making,
  form,
  fields,
  languages,
}: Pick<WrittenNote, 'making' | 'form' | 'fields' | 'languages'>): string {
  const [language = 'th'] = languages;
  const text =
    making.kind === 'fields'
      ? (fields.find((field) => field.trim() !== '') ?? '')
      : form.prompt[language] || form.prompt.th || form.prompt.en;
  const plain = text
    .replaceAll(/\{\{c\d+::(.*?)(?:::.*?)?\}\}/gs, '$1')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const signs = Array.from(plain);
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : plain;
}
