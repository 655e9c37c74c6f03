import type { Output, Sent } from '../../../../core/api/contract.ts';

export type NoteTypeSent = Sent<'notetype.set'>['type'];
type Given = Output<'notetype.get'>;

/** A field or template in its form. `place`: where it stands in the type; null for a new one. */
export interface FieldRow {
  id: string;
  name: string;
  isRightToLeft: boolean;
  /** What the form does not show. */
  readonly kept: Omit<Given['fields'][number], 'name' | 'isRightToLeft' | 'gone'>;
}
export interface TemplateRow {
  id: string;
  name: string;
  front: string;
  back: string;
}

/** A note type as its form holds it: what is gone has no row. */
export interface TypeForm {
  name: string;
  readonly kind: 'standard' | 'cloze';
  fields: FieldRow[];
  templates: TemplateRow[];
  css: string;
  /** Places of the type before: they are kept, so that notes keep their texts and cards their history. */
  readonly base: Pick<Given, 'fields' | 'templates' | 'sortField'>;
}

const CSS = `.card {
  font-size: 1.25rem;
  text-align: center;
}
.cloze {
  font-weight: bold;
}`;

/** A type to begin with. @param names of its fields and its card, in the language in use */
export function newType(kind: 'standard' | 'cloze', name: string, names: readonly [string, string]): TypeForm {
  const [front, back] = names;
  const template =
    kind === 'cloze'
      ? { front: `{{cloze:${front}}}`, back: `{{cloze:${front}}}\n<div>{{${back}}}</div>` }
      : { front: `{{${front}}}`, back: `{{FrontSide}}\n\n<hr id="answer">\n\n{{${back}}}` };
  return {
    ...{ name, kind, css: CSS, base: { fields: [], templates: [], sortField: 0 } },
    fields: names.map((each, at) => ({ id: `n${at + 1}`, name: each, isRightToLeft: false, kept: {} })),
    templates: [{ id: 'n1', name, ...template }],
  };
}

export function formOfType({ name, kind, fields, templates, css, sortField }: Given): TypeForm {
  return {
    ...{ name, kind, css, base: { fields, templates, sortField } },
    fields: fields.flatMap(({ name: called, isRightToLeft = false, gone, ...kept }, place) =>
      gone ? [] : [{ id: `p${place}`, name: called, isRightToLeft, kept }],
    ),
    templates: templates.flatMap(({ gone, ...template }, place) => (gone ? [] : [{ id: `p${place}`, ...template }])),
  };
}

const placeOf = (id: string): number | null => (id.startsWith('p') ? Number(id.slice(1)) : null);

/** The type a form makes: what was there keeps its place, what was taken out is gone in it, what is new comes behind. */
export function typeOfForm({ name, kind, fields, templates, css, base }: TypeForm): NoteTypeSent {
  const written = ({ name: called, isRightToLeft, kept }: FieldRow) => ({
    ...{ ...kept, name: called },
    ...(isRightToLeft && { isRightToLeft: true as const }),
  });
  const isNew = ({ id }: { readonly id: string }) => placeOf(id) === null;
  const at = <T extends { readonly id: string }>(rows: readonly T[], place: number) =>
    rows.find(({ id }) => placeOf(id) === place);
  return {
    ...{ name, kind, css, sortField: base.sortField },
    fields: [
      ...base.fields.map((before, place) => {
        const row = at(fields, place);
        return row ? written(row) : { ...before, gone: true as const };
      }),
      ...fields.filter(isNew).map(written),
    ],
    templates: [
      ...base.templates.map((before, place) => {
        const row = at(templates, place);
        return row ? sidesOf(row) : { ...before, gone: true as const };
      }),
      ...templates.filter(isNew).map(sidesOf),
    ],
  };
}

const sidesOf = ({ name, front, back }: TemplateRow) => ({ name, front, back });

/** Templates go on showing a field that is called otherwise now. */
export function renamedInTemplates(templates: readonly TemplateRow[], before: string, after: string): TemplateRow[] {
  const name = before.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const shown = new RegExp(`(\\{\\{\\s*(?:[#^/]|(?:[^{}]*:))?\\s*)${name}(\\s*\\}\\})`, 'g');
  const renamed = (text: string) => text.replaceAll(shown, (_, open: string, close: string) => open + after + close);
  return templates.map((row) => ({ ...row, front: renamed(row.front), back: renamed(row.back) }));
}
