import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from './parse.ts';
import { MAX_FACE, MAX_FILTERS } from './side-text.ts';
import { made } from './template.fixture.ts';

const codes = (card: ReturnType<typeof made>) => card.problems.map(({ code }) => code);

describe('hostile templates and fields end soon and small', () => {
  it('sections within sections without end', () => {
    const n = 200_000;
    const card = made({ front: `{{F}}${'{{#F}}'.repeat(n)}x${'{{/F}}'.repeat(n)}y`, fields: { F: 'f' } });
    expect(card.front.html).toBe('fy');
    expect(codes(card)).toEqual(['too-deep']);
    const fine = made({ front: `${'{{#F}}'.repeat(MAX_DEPTH)}{{F}}${'{{/F}}'.repeat(MAX_DEPTH)}`, fields: { F: 'f' } });
    expect(fine.front.html).toBe('f');
    expect(codes(fine)).toEqual([]);
  });

  it.each<[what: string, front: string, back: string, field: string]>([
    ['a field again and again', '{{F}}'.repeat(1000), '', 'x'.repeat(100_000)],
    ['a front again and again', '{{F}}', '{{FrontSide}}'.repeat(10_000), 'x'.repeat(100_000)],
    ['a filter over nothing again and again', '{{cloze:F}}'.repeat(100_000), '', 'x'.repeat(100_000)],
    ['a section again and again', '{{#F}}{{/F}}'.repeat(100_000), '', ' '.repeat(100_000)],
    ['a field of 10 MB', '{{F}}', '', 'x'.repeat(10_000_000)],
  ])('%s', (_, front, back, field) => {
    const card = made({ front, back, fields: { F: field } });
    expect(card.front.html.length).toBeLessThanOrEqual(MAX_FACE);
    expect(card.back.html.length).toBeLessThanOrEqual(MAX_FACE);
    expect(codes(card)).toContain('too-long');
  });

  it('bug: thousands of filters upon each other kept the host for seconds', () => {
    for (const filter of ['hint', 'tts en_US', 'text', 'furigana', 'kana', 'cloze']) {
      const front = `{{${`${filter}:`.repeat(5_000)}F}}`;
      const card = made({ front, fields: { F: 'f' } });
      expect(card.front.html.length, filter).toBeLessThan(10_000);
      expect(codes(card), filter).toContain('too-deep');
    }
    const fine = made({ front: `{{${'text:'.repeat(MAX_FILTERS)}F}}`, fields: { F: 'f' } });
    expect([fine.front.html, codes(fine)]).toEqual(['f', []]);
  });

  it.each<[what: string, piece: string]>([
    ['open tags', '<a "'],
    ['opens', '<a'],
    ['brackets', 'a['],
    ['readings', 'a[b]'],
    ['sounds without end', '[sound:'],
    ['speech without end', '[anki:tts lang=x]'],
    ['formulas without end', '\\('],
    ['latex without end', '[latex]'],
    ['gaps without end', '{{c1::'],
    ['ends of gaps', '}}'],
    ['comments without end', '<!--'],
    ['scripts without end', '<script>'],
    ['entities', '&amp'],
    ['quotes', '<a title=\'"'],
    ['addresses', 'url('],
    ['blanks', ' '],
    ['breaks', '<br>'],
    ['hints of gaps', '{{c1::a::'],
    ['masks', '{{c1::image-occlusion:rect:a=1}}'],
    ['numbers of gaps', '{{c1,1,1,1,1,1::a}}'],
  ])('a long field of %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    for (const filter of ['text', 'furigana', 'kana', 'hint', 'cloze', 'cloze-only', 'type', 'type:cloze', 'tts en']) {
      const card = made({ front: `{{${filter}:F}}`, back: '{{FrontSide}}', fields: { F: text }, kind: 'cloze' });
      expect(card.front.html.length).toBeLessThanOrEqual(3 * MAX_FACE);
    }
  });

  it.each(['__proto__', 'constructor', 'toString'])('a field called %s is one like any other', (name) => {
    expect(made({ front: `{{${name}}}`, fields: { F: 'x' } }).front.html).toBe('');
    expect(made({ front: '{{F}}', fields: Object.fromEntries([['F', 'x']]) }).front.html).toBe('x');
  });
});
