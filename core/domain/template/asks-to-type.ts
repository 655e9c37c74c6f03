import type { CardTemplate } from '../note/note-type.ts';
import type { TemplateNode } from './parse.ts';
import { parsedFront } from './parsed.ts';

/** Is something typed on cards of this template, where its fields hold something? */
export const asksToType = (template: CardTemplate): boolean => parsedFront(template).nodes.some(asks);

function asks(node: TemplateNode): boolean {
  if (node.kind === 'section') return node.children.some(asks);
  return node.kind === 'replacement' && /^\s*type\s*:/.test(node.expression);
}
