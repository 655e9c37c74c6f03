import type { TemplateProblemCode } from './problems.ts';
import { templateTokens } from './tokens.ts';

/** A template as a tree. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'replacement'; readonly expression: string }
  | Section;

/** Shown where its field is filled; a negated one where it is empty. */
interface Section {
  readonly kind: 'section';
  readonly name: string;
  readonly isNegated: boolean;
  readonly children: readonly TemplateNode[];
}

export interface ParsedTemplate {
  readonly nodes: readonly TemplateNode[];
  readonly problems: readonly { readonly code: TemplateProblemCode; readonly name: string }[];
}

/** Sections within sections; more than anyone writes, few enough for any stack. */
export const MAX_DEPTH = 100;

interface OpenSection {
  readonly name: string;
  readonly isNegated: boolean;
  readonly children: TemplateNode[];
}

/** Reads a template. What is wrong with it is told, and the rest is read all the same. */
export function parseTemplate(template: string): ParsedTemplate {
  const nodes: TemplateNode[] = [];
  const problems: { code: TemplateProblemCode; name: string }[] = [];
  const open: OpenSection[] = [];
  /** Names of open sections below the deepest that is kept. */
  const below: string[] = [];
  const here = () => open.at(-1)?.children ?? nodes;
  const closeLast = () => {
    const section = open.pop();
    if (section) here().push({ kind: 'section', ...section });
  };

  for (const token of templateTokens(template)) {
    if (token.kind === 'open') {
      if (open.length < MAX_DEPTH) open.push({ name: token.name, isNegated: token.isNegated, children: [] });
      else below.push(token.name);
      if (below.length === 1 && token.name === below[0]) problems.push({ code: 'too-deep', name: token.name });
    } else if (token.kind === 'close') {
      if (below.at(-1) === token.name) below.pop();
      else if (open.at(-1)?.name === token.name) closeLast();
      else problems.push({ code: 'unopened-section', name: token.name });
    } else if (below.length === 0) {
      if (token.kind === 'unclosed') {
        problems.push({ code: 'unclosed-tag', name: token.text.slice(0, 40) });
        here().push({ kind: 'text', text: token.text });
      } else here().push(token);
    }
  }
  for (const section of open) problems.push({ code: 'unclosed-section', name: section.name });
  while (open.length > 0) closeLast();
  return { nodes, problems };
}
