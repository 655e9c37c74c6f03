import type { CardTemplate } from '../note/note-type.ts';
import { parseTemplate, type ParsedTemplate } from './parse.ts';

/** A deck shows one template thousands of times: each is read once while somebody holds it. */
const fronts = new WeakMap<CardTemplate, ParsedTemplate>();
const backs = new WeakMap<CardTemplate, ParsedTemplate>();

export const parsedFront = (template: CardTemplate): ParsedTemplate => once(fronts, template, template.front);
export const parsedBack = (template: CardTemplate): ParsedTemplate => once(backs, template, template.back);

function once(known: WeakMap<CardTemplate, ParsedTemplate>, template: CardTemplate, text: string): ParsedTemplate {
  const before = known.get(template);
  if (before) return before;
  const parsed = parseTemplate(text);
  known.set(template, parsed);
  return parsed;
}
