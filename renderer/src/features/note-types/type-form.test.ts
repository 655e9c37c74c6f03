import { describe, expect, it } from 'vitest';
import { formOfType, newType, renamedInTemplates, typeOfForm } from './type-form.ts';

const TYPE = {
  ...{ id: 'own-1', name: 'Words', kind: 'standard' as const, css: '.card {}', sortField: 0 },
  fields: [
    { name: 'Front', font: 'Arial', sizePx: 20 },
    { name: 'Old', gone: true as const },
    { name: 'Back', isRightToLeft: true as const },
  ],
  templates: [
    { name: '1', front: '{{Front}}', back: '{{Back}}' },
    { name: '2', front: '{{Back}}', back: '{{Front}}' },
  ],
};
const { id: _, ...SENT } = TYPE;

describe('a note type in its form', () => {
  it('comes out as it went in, with what is gone in its place', () => {
    expect(typeOfForm(formOfType(TYPE))).toEqual(SENT);
  });

  it('what is taken out is gone in its place, what is new comes behind', () => {
    const form = formOfType(TYPE);
    form.fields = [...form.fields.slice(1), { id: 'n1', name: 'More', isRightToLeft: false, kept: {} }];
    form.templates.pop();
    const sent = typeOfForm(form);
    expect(sent.fields.map(({ name, gone = false }) => [name, gone])).toEqual([
      ['Front', true],
      ['Old', true],
      ['Back', false],
      ['More', false],
    ]);
    expect(sent.templates.map(({ name, gone = false }) => [name, gone])).toEqual([
      ['1', false],
      ['2', true],
    ]);
  });

  it.each(['standard', 'cloze'] as const)('a new %s one shows its fields', (kind) => {
    const sent = typeOfForm(newType(kind, 'New', ['Front', 'Back']));
    expect(sent.templates[0]?.front).toContain('Front}}');
    expect(sent.templates[0]?.back).toContain('{{Back}}');
  });
});

it('templates go on showing a field that is called otherwise', () => {
  const text = '{{Front}} {{#Front}}{{text:Front}}{{/Front}} {{^Front}}{{Frontier}}{{/Front}} Front';
  const [row] = renamedInTemplates(
    [{ id: 'p0', name: '1', front: text, back: '{{cloze:hint:Front}}' }],
    'Front',
    'Wort',
  );
  expect(row?.front).toBe('{{Wort}} {{#Wort}}{{text:Wort}}{{/Wort}} {{^Wort}}{{Frontier}}{{/Wort}} Front');
  expect(row?.back).toBe('{{cloze:hint:Wort}}');
});
