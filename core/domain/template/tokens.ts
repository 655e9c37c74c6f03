/** A piece of a template. */
export type TemplateToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly isNegated: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'replacement'; readonly expression: string }
  | { readonly kind: 'unclosed'; readonly text: string };

/** At the start of a template: from here on, tags may also be written `<% … %>`, as they were long ago. */
const OLD_SYNTAX = '{{=<% %>=}}';
const COMMENT = '<!--';

/** Cuts a template into text and tags. Comments of HTML stay text: what stands in them is no tag. */
export function templateTokens(template: string): TemplateToken[] {
  const source = modernSyntax(template);
  const tokens: TemplateToken[] = [];
  let at = 0;
  const text = (end: number) => {
    if (end > at) tokens.push({ kind: 'text', text: source.slice(at, end) });
    at = end;
  };
  let from = 0;
  let comment = source.indexOf(COMMENT);
  for (;;) {
    const open = source.indexOf('{{', from);
    if (open < 0) break;
    if (comment >= 0 && comment < from) comment = source.indexOf(COMMENT, from);
    if (comment >= 0 && comment < open) {
      const end = source.indexOf('-->', comment + COMMENT.length);
      from = end < 0 ? comment + COMMENT.length : end + 3;
      continue;
    }
    text(open);
    const close = source.indexOf('}}', open + 2);
    if (close < 0) {
      tokens.push({ kind: 'unclosed', text: source.slice(open) });
      return tokens;
    }
    tokens.push(tag(source.slice(open + 2, close)));
    at = from = close + 2;
  }
  text(source.length);
  return tokens;
}

function modernSyntax(template: string): string {
  const start = template.trimStart();
  if (!start.startsWith(OLD_SYNTAX)) return template;
  return start.slice(OLD_SYNTAX.length).replaceAll('<%', '{{').replaceAll('%>', '}}');
}

/** @param inside what stands between the braces; of three braces, the third belongs to nobody */
function tag(inside: string): TemplateToken {
  const expression = inside.replace(/^\{+/, '').trim();
  const name = expression.slice(1).trim();
  if (name === '') return { kind: 'replacement', expression };
  if (expression.startsWith('#')) return { kind: 'open', name, isNegated: false };
  if (expression.startsWith('^')) return { kind: 'open', name, isNegated: true };
  if (expression.startsWith('/')) return { kind: 'close', name };
  return { kind: 'replacement', expression };
}
