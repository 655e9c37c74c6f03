import { describe, expect, it } from 'vitest';
import { front, made } from './template.fixture.ts';
import type { Sound } from './sounds.ts';

const file = (name: string): Sound => ({ kind: 'file', name });
const speech = (text: string, more: Partial<Sound> = {}): Sound =>
  ({ kind: 'speech', text, language: 'en-US', voices: [], speed: 1, ...more }) as Sound;
const sounds = (template: string, fields = {}) => made({ front: template, fields }).front.sounds;

describe('sounds', () => {
  it.each<[template: string, heard: Sound[]]>([
    ['[sound:a.mp3]', [file('a.mp3')]],
    ['{{S}}', [file('b c.mp3')]],
    ['{{S}}[sound:a.mp3]', [file('b c.mp3'), file('a.mp3')]],
    ['{{text:S}}', [file('b c.mp3')]],
    ['[sound:a&amp;b.mp3]', [file('a&b.mp3')]],
    ['[sound:e\u0301.mp3]', [file('\u00e9.mp3')]],
    ['[sound:film.mp4]', [file('film.mp4')]],
    ['[SOUND:a.mp3]', [file('a.mp3')]],
    ['[sound:]', []],
    ['[sound:a\nb]', []],
    ['<a title="[sound:a.mp3]">x</a>', []],
    ['{{tts en_US:W}}', [speech('cat')]],
    [
      '{{tts ja_JP voices=Apple_Otoya,Other speed=0.8:W}}',
      [speech('cat', { language: 'ja-JP', voices: ['Apple_Otoya', 'Other'], speed: 0.8 })],
    ],
    ['{{tts en_US speed=fast:W}}', [speech('cat')]],
    ['{{tts en_US speed=99:W}}', [speech('cat', { speed: 10 })]],
    ['{{tts en_US:E}}', []],
    ['{{tts en_US:Rich}}', [speech('a & b c')]],
    ['[anki:tts lang=en_US]The word is {{W}}.[/anki:tts]', [speech('The word is cat.')]],
    ['[anki:tts lang=en_US]<b>never closed', [speech('never closed')]],
    ['[anki:tts]{{W}}[/anki:tts]', [speech('cat', { language: '' })]],
    ['[anki:play:q:0]', []],
    ['{{tts en_US:W}}{{S}}', [speech('cat'), file('b c.mp3')]],
  ])('%s', (template, heard) => {
    expect(sounds(template, { S: '[sound:b c.mp3]', W: '<b>cat</b>', E: '', Rich: 'a &amp; <i>b</i><br>c' })).toEqual(
      heard,
    );
  });

  it('of a gap: what is hidden is not spoken', () => {
    const card = made({
      front: '{{tts en_US:cloze:T}}',
      back: '{{tts en_US:cloze-only:T}}',
      fields: { T: 'The {{c1::cat}} sat' },
      kind: 'cloze',
    });
    expect(card.front.sounds).toEqual([speech('The … sat')]);
    expect(card.back.sounds).toEqual([speech('cat')]);
  });

  it('have a place to click where they stood', () => {
    const place = (n: number) =>
      `<span class="replay-button" role="button" tabindex="0" data-sound="${String(n)}"></span>`;
    expect(front('a[sound:x.mp3]b[sound:y.mp3]c')).toBe(`a${place(0)}b${place(1)}c`);
  });
});

describe('files that a face names', () => {
  it.each<[html: string, names: string[]]>([
    ['<img src="a.png">', ['a.png']],
    ["<img src='a b.png'>", ['a b.png']],
    ['<img src=a.png>', ['a.png']],
    ['<IMG SRC="a.png"><img src="a.png">', ['a.png']],
    ['<img src="a%20b.png">', ['a b.png']],
    ['<img src="100%.png">', ['100%.png']],
    ['<img src="a&amp;b.png">', ['a&b.png']],
    ['<img src="e\u0301.png">', ['\u00e9.png']],
    ['<audio src="s.ogg"></audio><video poster="p.jpg"><source src="v.webm"></video>', ['s.ogg', 'p.jpg', 'v.webm']],
    ['<object data="d.svg"></object>', ['d.svg']],
    ['<svg><image xlink:href="i.png"/></svg>', ['i.png']],
    ['<div style="background: url(\'bg.png\')">', ['bg.png']],
    ['<img src="https://example.com/a.png"><img src="//h/a.png"><img src="data:image/png;base64,AA">', []],
    ['<img src="../up.png"><img src="a/b.png"><img src="%2e%2e%2fup.png"><img src="c:\\x.png">', []],
    ['<!-- <img src="a.png"> -->', []],
    ['[sound:a.mp3]<img src="b.png">', ['b.png', 'a.mp3']],
  ])('%s: %j', (html, names) => {
    expect(made({ front: html, fields: {} }).front.media).toEqual(names);
  });
});
