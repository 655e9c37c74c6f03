import { z } from 'zod';

type Json = z.core.JSONSchema.BaseSchema;

/** The fields of a schema as a Markdown table: what each is, whether it must be there, what it says. */
export function fieldTable(schema: z.ZodType): string {
  return rowsOf(jsonOf(schema), []);
}

/** The fields of each of several schemas that are told apart by one of them, without those that all have. */
export function kindTables(
  schema: z.ZodType,
  by: string,
): readonly { readonly kind: string; readonly table: string }[] {
  const kinds = variantsOf(jsonOf(schema), by);
  const shared = sharedFields(kinds);
  return kinds.map((kind) => ({ kind: kind.name, table: rowsOf(kind.schema, [...shared, by, 'kind', 'task']) }));
}

/** The fields that all of several schemas have. */
export function sharedTable(schema: z.ZodType, by: string): string {
  const kinds = variantsOf(jsonOf(schema), by);
  const shared = sharedFields(kinds);
  const others = Object.keys(kinds[0]!.schema.properties ?? {}).filter((name) => !shared.includes(name));
  return rowsOf(kinds[0]!.schema, others);
}

interface Variant {
  readonly name: string;
  readonly schema: Json;
}

const jsonOf = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** What of a choice stands in another choice is told as `kind, task: name`. */
function variantsOf({ oneOf, anyOf }: Json, by: string, before = ''): Variant[] {
  return (oneOf ?? anyOf ?? []).flatMap((each): Variant[] => {
    if (typeof each === 'boolean') return [];
    if (each.oneOf ?? each.anyOf) return variantsOf(each, 'task', 'label, task ');
    const value = each.properties?.[by];
    const name = typeof value === 'object' ? String(value.const) : '';
    return [{ name: `${before}${name}`, schema: each }];
  });
}

function sharedFields(kinds: readonly Variant[]): string[] {
  const [first, ...rest] = kinds.map(({ schema }) => Object.keys(schema.properties ?? {}));
  return (first ?? []).filter((name) => name !== 'kind' && rest.every((names) => names.includes(name)));
}

function rowsOf(schema: Json, left: readonly string[]): string {
  const { properties = {}, required = [] } = schema;
  const rows = Object.entries(properties).flatMap(([name, field]) => {
    if (left.includes(name) || typeof field === 'boolean') return [];
    return [
      `| \`${name}\` | ${typeText(field)} | ${required.includes(name) ? 'yes' : ''} | ${cell(field.description ?? '')} |`,
    ];
  });
  return ['| field | what it is | needed | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** What may stand in a field, in words. */
function typeText(field: Json): string {
  if (field.title !== undefined && field.type !== 'array') return cell(field.title);
  if (field.const !== undefined) return `\`${String(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (field.type === 'array') return listText(field);
  if (field.anyOf) return field.anyOf.map((each) => (typeof each === 'boolean' ? '' : typeText(each))).join(' or ');
  if (field.type === 'number' || field.type === 'integer') return numberText(field);
  if (field.type === 'boolean') return '`true` or `false`';
  return field.type === 'object' ? 'group of fields' : 'text';
}

function listText({ items, minItems, maxItems }: Json): string {
  const entry = typeof items === 'object' && !Array.isArray(items) ? typeText(items as Json) : 'anything';
  const least = minItems === undefined || minItems === 0 ? '' : `${minItems} to `;
  return `list of ${least === '' ? 'at most ' : least}${maxItems ?? 'any number'}: ${entry}`;
}

function numberText({ type, minimum, maximum }: Json): string {
  const what = type === 'integer' ? 'whole number' : 'number';
  const isRange = minimum !== undefined && maximum !== undefined && Number.isSafeInteger(minimum) && maximum < 1e9;
  if (isRange) return `${what}, ${minimum} to ${maximum}`;
  return minimum !== undefined && minimum > -1e9 ? `${what}, ${minimum} or more` : what;
}
