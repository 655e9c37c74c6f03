import type { WrittenNote } from './note-writing.svelte.ts';

const LONGEST = 60;

type Asking = Pick<WrittenNote, 'making' | 'form' | 'fields' | 'languages'>;

/** What a note asks, as plain text: its prompt, or the first field that holds some text. */
export function askedText({ making, form, fields, languages }: Asking): string {
  const [language = 'th'] = languages;
  if (making.kind === 'fields') return fields.map(plain).find((text) => text !== '') ?? '';
  return plain(form.prompt[language] || form.prompt.th || form.prompt.en);
}

/** Without markup, and without masks, which are no text. */
const plain = (text: string): string =>
  text
    .replaceAll(/\{\{c\d+::image-occlusion:.*?\}\}/gs, ' ')
    .replaceAll(/\{\{c\d+::(.*?)(?:::.*?)?\}\}/gs, '$1')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** So much of a note that one knows it again: the beginning of what it asks. */
export function gistOf(written: Asking): string {
  const asked = askedText(written);
  const signs = Array.from(asked);
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : asked;
}
