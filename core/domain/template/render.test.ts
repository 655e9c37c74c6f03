import { describe, expect, it } from 'vitest';
import { front, made, type Fields } from './template.fixture.ts';

const WORD: Fields = { Front: 'แมว', Back: 'cat', Empty: '', 'Part of speech': 'noun' };

describe('fields in their places', () => {
  it.each<[template: string, shown: string]>([
    ['{{Front}}', 'แมว'],
    ['{{Front}}{{Back}}', 'แมวcat'],
    ['<b>{{Front}}</b>: {{Back}}', '<b>แมว</b>: cat'],
    ['{{ Front }}', 'แมว'],
    ['{{Front }}', 'แมว'],
    ['{{\tFront\n}}', 'แมว'],
    ['{{Part of speech}}', 'noun'],
    ['{{ Part of speech }}', 'noun'],
    ['{{Empty}}', ''],
    ['a{{Empty}}b', 'ab'],
    ['{{{Front}}}', 'แมว}'],
    ['{Front}', '{Front}'],
    ['{ {Front}}', '{ {Front}}'],
    ['}}{{Front}}', '}}แมว'],
    ['{{Front}}}}', 'แมว}}'],
    ['plain text', 'plain text'],
    ['', ''],
    ['{{front}}', ''],
    ['{{Nobody}}', ''],
    ['{{}}', ''],
    ['{{Front', '{{Front'],
    ['{{Back}} {{Front', 'cat {{Front'],
    ['<!-- {{Front}} -->{{Back}}', '<!-- {{Front}} -->cat'],
    ['<!--{{#Front}}-->{{Back}}', '<!--{{#Front}}-->cat'],
    ['<!-- {{Back}}', '<!-- cat'],
    ['<a title="{{Back}}">{{Front}}</a>', '<a title="cat">แมว</a>'],
    ['{{FrontSide}}', ''],
  ])('%s → %s', (template, shown) => {
    expect(front(template, WORD)).toBe(shown);
  });

  it('finds a field whatever form its letters are written in', () => {
    expect(front('{{Caf\u00e9}}', { 'Cafe\u0301': 'coffee' })).toBe('coffee');
  });

  it('keeps the HTML of a field', () => {
    expect(front('{{A}}', { A: '<i>x</i>&nbsp;&lt;y' })).toBe('<i>x</i>&nbsp;&lt;y');
  });

  it('reads nothing in a field as a template', () => {
    expect(front('{{A}}', { A: '{{B}} {{#B}}x{{/B}}', B: 'no' })).toBe('{{B}} {{#B}}x{{/B}}');
  });

  it('takes a field whose name holds a colon', () => {
    expect(front('{{text:A}}', { A: '<b>a</b>', 'text:A': '<i>own</i>' })).toBe('<i>own</i>');
  });
});

describe('the syntax of old templates', () => {
  it.each<[template: string, shown: string]>([
    ['{{=<% %>=}}<%Front%>', 'แมว'],
    ['  {{=<% %>=}}<% Front %> {{Back}}', 'แมว cat'],
    ['{{=<% %>=}}<%#Empty%>x<%/Empty%><%^Empty%>y<%/Empty%>', 'y'],
    ['{{=<% %>=}}<%text:Front%>', 'แมว'],
    ['<%Front%>', '<%Front%>'],
    ['x{{=<% %>=}}<%Front%>', 'x<%Front%>'],
  ])('%s → %s', (template, shown) => {
    expect(front(template, WORD)).toBe(shown);
  });
});

describe('special fields', () => {
  const place = { tags: ['leech', 'animals::cat'], deck: 'Languages::Thai & Lao', flag: 3 };
  it.each<[template: string, shown: string]>([
    ['{{Tags}}', 'leech animals::cat'],
    ['{{Type}}', 'Basic &lt;b&gt;'],
    ['{{Deck}}', 'Languages::Thai &amp; Lao'],
    ['{{Subdeck}}', 'Thai &amp; Lao'],
    ['{{Card}}', 'Card 1'],
    ['{{CardFlag}}', 'flag3'],
    ['{{#Tags}}tagged{{/Tags}}', 'tagged'],
    ['{{^Tags}}bare{{/Tags}}', ''],
    ['{{#CardFlag}}flag{{/CardFlag}}', 'flag'],
    ['<div class="{{Tags}} {{CardFlag}}">', '<div class="leech animals::cat flag3">'],
  ])('%s → %s', (template, shown) => {
    expect(front(template, WORD, place)).toBe(shown);
  });

  it.each<[template: string, shown: string]>([
    ['{{CardFlag}}', ''],
    ['{{Tags}}', ''],
    ['{{^CardFlag}}no flag{{/CardFlag}}', 'no flag'],
    ['{{^Tags}}bare{{/Tags}}', 'bare'],
  ])('without tags and flag: %s → %s', (template, shown) => {
    expect(front(template, WORD)).toBe(shown);
  });

  it('a field of the note goes before a special one of the same name', () => {
    expect(front('{{Tags}}{{Deck}}', { Tags: 'mine', Deck: '' }, place)).toBe('mine');
  });
});

describe('the front on the back', () => {
  const back = (frontTemplate: string, backTemplate: string, fields: Fields = WORD) =>
    made({ front: frontTemplate, back: backTemplate, fields }).back;

  it.each<[front: string, back: string, shown: string]>([
    ['{{Front}}', '{{FrontSide}}<hr id=answer>{{Back}}', 'แมว<hr id=answer>cat'],
    ['{{Front}}?', '{{ FrontSide }}', 'แมว?'],
    ['{{Front}}', '{{FrontSide}}{{FrontSide}}', 'แมวแมว'],
    ['{{#Empty}}x{{/Empty}}', '{{FrontSide}}!', '!'],
    ['<b>{{Front}}</b>', '{{text:FrontSide}}', 'แมว'],
    ['{{Front}}', '{{#FrontSide}}shown{{/FrontSide}}', 'shown'],
    ['{{Front}}', '{{Back}}', 'cat'],
  ])('%s | %s → %s', (frontTemplate, backTemplate, shown) => {
    expect(back(frontTemplate, backTemplate).html).toBe(shown);
  });

  it('is silent there: its sounds were heard', () => {
    const face = back('{{A}}', '{{FrontSide}} {{B}}', { A: 'a[sound:a.mp3]', B: 'b[sound:b.mp3]' });
    expect(face.sounds).toEqual([{ kind: 'file', name: 'b.mp3' }]);
    expect(face.html).toMatch(/^a b<span/);
  });

  it('shows one comparison, in the place of the back', () => {
    const face = back('{{Front}} {{type:Back}}', '{{FrontSide}}<hr>{{type:Back}}');
    expect(face.html).toBe('แมว <hr><span class="typed-answer" data-typed=""></span>');
  });

  it('shows the comparison where the front had its place, if the back has none', () => {
    const face = back('{{Front}} {{type:Back}}!', '{{FrontSide}}');
    expect(face.html).toBe('แมว <span class="typed-answer" data-typed=""></span>!');
  });

  it('shows none where nothing was typed', () => {
    expect(back('{{Front}}', '{{type:Back}}!').html).toBe('!');
  });
});
