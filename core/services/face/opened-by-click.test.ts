import { describe, expect, it } from 'vitest';
import { made } from '../../domain/template/template.fixture.ts';
import { dangers } from './dangers.fixture.ts';
import { deckCss, safeFace } from './safe-face.ts';

const none = () => null;
const shown = (html: string) => safeFace(made({ front: '{{F}}', fields: { F: html } }).front, deckCss('', none), none);

describe('a part that a button would show by a script', () => {
  it.each([
    [
      'opens by itself, under the words of its button',
      `a<button class="b" onclick="toggle('ln')">Lecture <b>notes</b></button><div dir="auto" id="ln" style="color: red; display: none;">b</div>c`,
      'a<details dir="auto" id="card-ln" style="color:red"><summary>Lecture notes</summary>b</details>c',
    ],
    [
      'may have a link and a button',
      `<a href="#" onclick="toggle('ln')">Notes</a><button onclick="toggle('ln')">More</button><span id=ln style="display:none">b</span>`,
      '<details id="card-ln"><summary>Notes</summary>b</details>',
    ],
    [
      'is found as old programs write hints',
      `<a class=hint href="#" onclick="this.style.display='none';document.getElementById('hint7').style.display='block';return false;">Show</a><div id="hint7" class=hint style="display: none">b</div>`,
      '<details id="card-hint7" class="hint"><summary>Show</summary>b</details>',
    ],
    [
      'has parts of its own within',
      `<button onclick="t(&quot;x&quot;)">X</button><div id="x" style="display:none"><div>b</div><div>c</div></div>d`,
      '<details id="card-x"><summary>X</summary><div>b</div><div>c</div></details>d',
    ],
  ])('%s', (_, html, safe) => {
    const face = shown(html);
    expect(face.html).toBe(safe);
    expect(dangers(face.html)).toEqual([]);
  });

  it.each([
    [
      'that no button names stays hidden',
      `<button onclick="t('y')">X</button><div id="x" style="display:none">b</div>`,
    ],
    [
      'that a script alone would show stays hidden',
      `<div id="x" style="display:none">b</div><script>show('x')</script>`,
    ],
  ])('%s', (_, html) => {
    expect(shown(html).html).toBe('<div id="card-x" style="display:none">b</div>');
  });

  it('brings nothing in by its words', () => {
    const face = shown(
      `<button onclick="t('x')"><img src=x onerror=canary()>&lt;script&gt;<i onclick=canary()>X</i></button><div id="x" onclick="canary()" style="display:none">b</div>`,
    );
    expect(dangers(face.html)).toEqual([]);
    expect(face.html).toBe('<details id="card-x"><summary>&lt;script&gt;X</summary>b</details>');
    expect(face.stopped).toEqual(['script']);
  });
});
