import { describe, expect, it } from 'vitest';
import { made } from '../../domain/template/template.fixture.ts';
import { HOSTILE_CSS, HOSTILE_HTML } from './hostile-faces.fixture.ts';
import { dangers, dangersOfCss } from './dangers.fixture.ts';
import { mediaReference } from './media-links.ts';
import { deckCss, safeFace, type SafeFace } from './safe-face.ts';

/** All files of the deck but `gone.png` are there. */
const address = (name: string) => (name.startsWith('gone') ? null : mediaReference(name));
const shown = (html: string, css = ''): SafeFace =>
  safeFace(made({ front: '{{F}}', fields: { F: html } }).front, deckCss(css, address), address);

describe('nothing of a hostile face runs or loads', () => {
  it.each(HOSTILE_HTML)('%s', (_, html) => {
    const face = shown(`before ${html} after`);
    expect(dangers(face.html)).toEqual([]);
    expect(dangersOfCss(face.css)).toEqual([]);
    expect(face.html).toContain('before');
  });

  it.each(HOSTILE_CSS)('CSS: %s', (_, css) => {
    expect(dangersOfCss(shown('x', css).css)).toEqual([]);
    expect(dangersOfCss(shown(`<style>${css}</style>`).css)).toEqual([]);
    expect(dangers(shown(`<style>${css}</style>x`).html)).toEqual([]);
  });
});

describe('what was taken out is told', () => {
  it.each<[html: string, css: string, stopped: string[]]>([
    ['<script>canary()</script>', '', ['script']],
    ['<p onclick="canary()">x</p>', '', ['script']],
    ['<a href="java\nscript:canary()">x</a>', '', ['script']],
    ['<a href="\u0001JaVaScRiPt:canary()">x</a>', '', ['script']],
    ['<svg><a xlink:href="javascript:canary()"><text>x</text></a></svg>', '', ['script']],
    ['<iframe src="https://evil.example/"></iframe><base href="/">', '', ['page']],
    ['<object data="data:text/html,x"></object>', '', ['page']],
    ['<form><input name=a></form>', '', ['form']],
    ['<style>@import "x.css";</style>', '', ['style']],
    ['<p style="background:image-set(var(--u) 1x)">x</p>', '', ['style']],
    ['x', '@\\69mport url(x.css);', ['style']],
    ['x', '.card{behavior:url(x.htc)}', ['style']],
    ['<button onclick="canary()">x</button>', '.card{width:expression(canary())}', ['script', 'form', 'style']],
    ['<a href="https://a.example/javascript:x">x</a><b title="onclick">y</b>', '', []],
    [
      '<img src="gone.png"><object data="own.png"></object>',
      '@charset "utf-8"; .card{*zoom:1; filter: progid:x()}',
      [],
    ],
  ])('%s %s', (html, css, stopped) => {
    expect(shown(html, css).stopped).toEqual(stopped);
  });
});

it('bug: a file that is missing was named in percents', () => {
  expect(shown('<img src="gone%20(6).jpeg">').html).toContain('data-missing="gone (6).jpeg"');
});

it('the script and the button that draw masks elsewhere are not missed: the app draws them', () => {
  const { front } = made({
    front: '{{cloze:F}}<script>anki.imageOcclusion.setup()</script><button id="toggle">x</button><iframe></iframe>',
    fields: { F: '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}' },
    kind: 'cloze',
  });
  expect(front.shapes).toHaveLength(1);
  expect(safeFace(front, deckCss('', address), address).stopped).toEqual(['page']);
});

describe('what a face may have stays', () => {
  it.each<[what: string, html: string, safe: string]>([
    ['text', 'a <b>b</b> &amp; c', 'a <b>b</b> &amp; c'],
    ['Thai and Arabic', '<p dir="rtl" lang="ar">مرحبا</p>แมว', '<p dir="rtl" lang="ar">مرحبا</p>แมว'],
    ['ruby', '<ruby><rb>字</rb><rt>じ</rt></ruby>', '<ruby><rb>字</rb><rt>じ</rt></ruby>'],
    ['a picture', '<img src="a b.png">', '<img src="media:a%20b.png" alt="" />'],
    [
      'a picture with its text',
      '<img alt="cat" width="50" src="cat.png">',
      '<img alt="cat" width="50" src="media:cat.png" />',
    ],
    ['a picture in percents', '<img src="a%20b.png">', '<img src="media:a%20b.png" alt="" />'],
    [
      'a picture in the text',
      '<img src="data:image/png;base64,iVBORw0KGgo=">',
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="" />',
    ],
    ['an object that is a picture', '<object data="a.svg"></object>', '<img src="media:a.svg" alt="" />'],
    ['a film', '<video src="v.mp4" autoplay></video>', '<video src="media:v.mp4" controls></video>'],
    ['a style', '<p style="color: red; position: fixed">x</p>', '<p style="color:red;position:fixed">x</p>'],
    [
      'a style with an own picture',
      `<p style="background: url('a.png')">x</p>`,
      '<p style="background:url(media:a.png)">x</p>',
    ],
    [
      'a link',
      '<a href="https://th.wikipedia.org/wiki/แมว">x</a>',
      '<a data-href="https://th.wikipedia.org/wiki/แมว" role="link" tabindex="0">x</a>',
    ],
    [
      'a link within',
      '<a href="#n">x</a><p id="n">y</p>',
      '<a data-href="#card-n" role="link" tabindex="0">x</a><p id="card-n">y</p>',
    ],
    ['a gap', '<span class="cloze" data-ordinal="1">x</span>', '<span class="cloze" data-ordinal="1">x</span>'],
    [
      'a table',
      '<table border="1"><tr><td colspan="2">x</td></tr></table>',
      '<table border="1"><tr><td colspan="2">x</td></tr></table>',
    ],
    [
      'old elements',
      '<font color="red" size="5">x</font><center>y</center>',
      '<font color="red" size="5">x</font><center>y</center>',
    ],
    [
      'SVG',
      '<svg viewBox="0 0 9 9"><circle r="3" fill="url(#g)"/></svg>',
      '<svg viewbox="0 0 9 9"><circle r="3" fill="url(#card-g)"></circle></svg>',
    ],
  ])('%s', (_, html, safe) => {
    expect(shown(html).html).toBe(safe);
  });

  it('formulas, sounds and the place of an answer', () => {
    const card = made({ front: '{{F}}{{type:A}}', fields: { F: '\\(x^2\\)[sound:a.mp3]', A: 'a' } });
    const { html } = safeFace(card.front, deckCss('', address), address);
    expect(html).toMatch(/<math alttext="x\^2"><semantics><mrow><msup><mi>x<\/mi><mn>2<\/mn><\/msup>/);
    expect(html).toContain('<span class="replay-button" role="button" tabindex="0" data-sound="0"></span>');
    expect(html).toContain('<span class="typed-answer" data-typed></span>');
  });

  it.each<[css: string, safe: string]>([
    [
      '.card { font-family: "Noto Sans Thai", arial; color: #333 }',
      '.card{font-family:"Noto Sans Thai",arial;color:#333}',
    ],
    ['.nightMode .card { color: white !important }', '.nightMode .card{color:white!important}'],
    ['#answer { color: red } #qa { margin: 0 }', '#card-answer{color:red}#qa{margin:0}'],
    ['.card { background: url("_bg 1.png") }', '.card{background:url(media:_bg%201.png)}'],
    [
      '@font-face { font-family: f; src: url(_f.woff2) format("woff2") }',
      '@font-face{font-family:f;src:url(media:_f.woff2)format("woff2")}',
    ],
    ['@media (max-width: 400px) { .card { font-size: 14px } }', '@media (max-width:400px){.card{font-size:14px}}'],
    [':root { --w: 3px } .card { width: calc(var(--w) * 2) }', ':root{--w:3px}.card{width:calc(var(--w)*2)}'],
    ['.a { color: red; background: url(https://evil.example/a) }', '.a{color:red}'],
    ['.a { color: red } @import "x"; .b { color: blue }', '.a{color:red}.b{color:blue}'],
    ['.a::before { content: "\\201C" }', '.a::before{content:"“"}'],
  ])('CSS %s', (css, safe) => {
    expect(shown('x', css).css).toBe(safe);
  });

  it('a style in the middle of the HTML comes behind the deck’s', () => {
    const face = shown('<style>.b{color:blue}</style>x', '.a{color:red}');
    expect(face).toMatchObject({ html: 'x', css: '.a{color:red}\n.b{color:blue}' });
  });
});

describe('a face says what it lacks', () => {
  it('files of other hosts, by host, and none of them as missing', () => {
    const html =
      '<img src="https://a.example/1.png"><img src="//b.example/2.png"><iframe src="https://a.example/"></iframe>';
    const face = shown(html, '.card{background:url(http://c.example:81/x)}');
    expect(face.remote).toEqual({ count: 4, hosts: ['c.example:81', 'a.example', 'b.example'] });
    expect(face.missing).toEqual([]);
    expect(face.html).toBe(
      '<img data-remote="https://a.example/1.png" alt="" /><img data-remote="//b.example/2.png" alt="" />',
    );
  });

  it('own files that are not there', () => {
    const face = shown(
      '<img src="gone%201.png"><img src="here.png">[sound:gone.mp3]',
      '.card{background:url(gone.css.png)}',
    );
    expect(face.missing).toEqual(['gone.css.png', 'gone 1.png', 'gone.mp3']);
    expect(face.remote.count).toBe(0);
    expect(face.html).toContain('<img data-missing="gone 1.png" alt="" />');
  });

  it('a name that leads out of the media is neither', () => {
    expect(shown('<img src="../x.png">')).toMatchObject({ remote: { count: 0, hosts: [] }, missing: [] });
  });
});

describe('hostile sizes end soon', () => {
  it.each<[what: string, piece: string]>([
    ['styles', '<p style="color:red">'],
    ['elements within elements', '<div>'],
    ['attributes', '<p a=1 b=2 c=3 d=4'],
    ['ends', '</p>'],
    ['tables', '<table><tr><td>'],
    ['buttons', '<button>'],
    ['opens', '<<'],
    ['styles without end', '<style>'],
  ])('%s', (_, piece) => {
    const face = shown(piece.repeat(Math.ceil(200_000 / piece.length)));
    expect(dangers(face.html.slice(0, 20_000))).toEqual([]);
  });
});
