import { describe, expect, it } from 'vitest';
import { front, gap } from './template.fixture.ts';
import { plainText } from './plain-text.ts';

const sources = (html: string) => [...html.matchAll(/alttext="([^"]*)"/g)].map(([, tex]) => tex);

describe('formulas', () => {
  it.each<[html: string, tex: string[]]>([
    ['\\(x^2\\)', ['x^2']],
    ['\\[x^2\\]', ['x^2']],
    ['[$]x^2[/$]', ['x^2']],
    ['[$$]x^2[/$$]', ['x^2']],
    ['[latex]$x^2$[/latex]', ['x^2']],
    ['[latex]\\begin{align*}a&amp;=b\\end{align*}[/latex]', ['\\begin{align*}a&amp;=b\\end{align*}']],
    ['[LaTeX]$x$[/LaTeX]', ['x']],
    ['a \\(x\\) b \\(y\\)', ['x', 'y']],
    ['\\(a &lt; b\\)', ['a &lt; b']],
    ['\\(a<br>+b\\)', ['a\n+b']],
    ['\\(<b>a</b>\\)', ['a']],
    ['\\(a&nbsp;b\\)', ['a b']],
    ['\\(\\ce{H2O}\\)', ['\\ce{H2O}']],
    ['\\(ไทย\\)', ['ไทย']],
    ['\\(never closed', []],
    ['\\(x\\]', []],
    ['<pre>\\(x\\)</pre><code>\\(y\\)</code>', []],
    ['<img alt="\\(x\\)">', []],
    ['\\(\\)', []],
    ['$x$', []],
  ])('%s', (html, tex) => {
    expect(sources(front('{{F}}', { F: html }))).toEqual(tex);
  });

  it('are MathML and nothing else', () => {
    const html = front('{{F}}', { F: 'so \\(\\frac{1}{2}\\).' });
    expect(html).toMatch(/^so <span class="katex"><math [^>]*>.*<mfrac>.*<\/math><\/span>\.$/s);
  });

  it('in a line of their own are blocks', () => {
    expect(front('{{F}}', { F: '\\[x\\]' })).toContain('display="block"');
    expect(front('{{F}}', { F: '\\(x\\)' })).not.toContain('display="block"');
  });

  it('that can not be set are shown as they were written', () => {
    expect(front('a {{F}} b', { F: '\\(\\frac{&lt;\\)' })).toBe('a <code class="formula-source">\\frac{&lt;</code> b');
    expect(front('{{F}}', { F: '\\(\\nosuch\\)' })).toBe('<code class="formula-source">\\nosuch</code>');
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{http://h/}',
    '\\includegraphics{http://h/a.png}',
    '\\htmlStyle{color:red}{x}',
  ])('give no way out: %s', (tex) => {
    const html = front('{{F}}', { F: `\\(${tex}\\)` }).replace(
      /alttext="[^"]*"|<annotation[^>]*>[^<]*<\/annotation>/g,
      '',
    );
    expect(html).not.toMatch(/href=|src=|style="[^"]*color:red/);
  });

  it('a macro without end is no endless work', () => {
    expect(front('{{F}}', { F: '\\(\\def\\a{\\a\\a}\\a\\)' })).toContain('formula-source');
  });

  it('with a gap show its text or dots, without marks', () => {
    expect(sources(gap('\\(a = {{c1::b}}\\)', 1, 'front'))).toEqual(['a = [...]']);
    expect(sources(gap('\\(a = {{c1::b}}\\)', 1, 'back'))).toEqual(['a = b']);
  });

  it('in a gap are set on the back', () => {
    expect(sources(gap('{{c1::\\(b\\)}}', 1, 'back'))).toEqual(['b']);
    expect(gap('{{c1::\\(b\\)}}', 1, 'front')).toContain('[...]');
  });

  it('read as their source in a line of text', () => {
    expect(plainText(front('{{F}}', { F: 'so \\(x^2 &lt; 1\\)!' }))).toBe('so x^2 < 1!');
  });
});

describe('plain text', () => {
  it.each<[html: string, text: string]>([
    ['<b>a</b> &amp; b', 'a & b'],
    ['a<br>b<div>c</div>d', 'a\nb\nc\nd'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['a&nbsp;&nbsp;b \n c', 'a b\nc'],
    ['a[sound:x.mp3]b', 'a b'],
    ['<script>if (a < b) {}</script>x<style>p{}</style>', 'x'],
    ['<script>never closed', ''],
    ['a < b', 'a < b'],
    ['&eacute;&#3585;&#x0E02;', 'éกข'],
    ['<a title="<b>">x</a>', 'x'],
    ['<!-- a -->b', 'b'],
    ['', ''],
  ])('%j → %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});
