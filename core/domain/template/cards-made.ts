import type { CardTemplate, NoteType } from '../note/note-type.ts';
import { clozeNumbers } from './cloze.ts';
import { isEmptyField, ownFields, type NoteContent } from './fields.ts';
import { parsedFront } from './parsed.ts';
import type { TemplateNode } from './parse.ts';

/**
 * Which cards a note has: of a standard type those whose front shows a field that holds something, of a cloze one for each
 * number in the fields that its front shows with gaps.
 * @returns ordinals, ascending: places of templates, or numbers of gaps less one
 */
export function cardsMadeBy(type: NoteType, note: NoteContent): number[] {
  const fields = ownFields(type, note);
  if (type.kind === 'cloze') {
    const [template] = type.templates;
    const texts = template ? clozeFields(template).map((name) => fields.get(name) ?? '') : [];
    return [...new Set(texts.flatMap(clozeNumbers))].sort((a, b) => a - b).map((number) => number - 1);
  }
  const filled = new Set([...fields].flatMap(([name, value]) => (isEmptyField(value) ? [] : [name])));
  return [...type.templates.entries()].flatMap(([i, template]) =>
    !template.gone && showsField(parsedFront(template).nodes, filled) ? [i] : [],
  );
}

/** Does it show one of these fields? Text of the template and special fields do not count. @param filled names of fields that hold something */
export function showsField(nodes: readonly TemplateNode[], filled: ReadonlySet<string>): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return false;
    if (node.kind === 'replacement') return filled.has(fieldOf(node.expression));
    return filled.has(node.name.normalize()) !== node.isNegated && showsField(node.children, filled);
  });
}

function clozeFields(template: CardTemplate): string[] {
  const named = (nodes: readonly TemplateNode[]): string[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'section') return named(node.children);
      if (node.kind === 'text') return [];
      const filters = node.expression.split(':').map((part) => part.trim());
      return filters.slice(0, -1).some((filter) => /^cloze(?:-only)?$/.test(filter)) ? [fieldOf(node.expression)] : [];
    });
  return named(parsedFront(template).nodes);
}

const fieldOf = (expression: string) => (expression.split(':').at(-1) ?? '').trim().normalize();
