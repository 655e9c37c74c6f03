import type { Note } from '../../domain/note/note.ts';
import { questionTexts } from '../../domain/note/question-texts.ts';
import { plainText } from '../../domain/template/plain-text.ts';
import { searchForm } from '../../domain/text/search-form.ts';

/** What HTML, entities and sounds begin with, and the marks of a cloze. */
const MARKUP = /[<&[{]/;
const CLOZE = /\{\{c\d+::/;

/** A field as a reader sees it; what a cloze hides stands where it belongs. */
function fieldText(html: string): string {
  if (!MARKUP.test(html)) return html;
  return plainText(CLOZE.test(html) ? html.replace(/\{\{c\d+::|\}\}/g, '') : html);
}

/** The texts of a note, one for each of its fields in their order; of a question what is asked comes first. */
export function noteTexts(content: Note['content']): string[] {
  return content.kind === 'question' ? questionTexts(content.question) : content.fields.map(fieldText);
}

/** The same as searches compare them. */
export const formsOf = (texts: readonly string[]): string[] => texts.map((text) => searchForm(text).trim());
