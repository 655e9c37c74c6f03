import { describe, expect, it } from 'vitest';
import { made } from './template.fixture.ts';

const shapes = (text: string, number = 1) => {
  const card = made({
    front: '{{cloze:O}}<p>{{I}}',
    back: '{{cloze:O}}<p>{{I}}',
    fields: { O: text, I: '<img src="a.png">' },
    kind: 'cloze',
    ordinal: number - 1,
  });
  expect(card.front.html).toBe('<p><img src="a.png">');
  return { front: card.front.shapes, back: card.back.shapes };
};
const RECT = 'left=.25:top=.3:width=.2:height=.1';

describe('masks over a picture', () => {
  it('are numbers, not text', () => {
    expect(shapes(`{{c1::image-occlusion:rect:${RECT}:oi=1}}`).front).toEqual([
      {
        kind: 'rect',
        isAsked: true,
        isCovered: true,
        numbers: { left: 0.25, top: 0.3, width: 0.2, height: 0.1 },
        points: [],
        text: '',
      },
    ]);
  });

  it.each<[shape: string, kind: string, numbers: object, points: number[][], text: string]>([
    [
      'ellipse:left=.1:top=.2:rx=.3:ry=.4:angle=45',
      'ellipse',
      { left: 0.1, top: 0.2, rx: 0.3, ry: 0.4, angle: 45 },
      [],
      '',
    ],
    [
      'polygon:points=.1,.2 .3,.4  .5,x .6,.7',
      'polygon',
      {},
      [
        [0.1, 0.2],
        [0.3, 0.4],
        [0.6, 0.7],
      ],
      '',
    ],
    ['rect:left=NaN:top=1e999:width=:__proto__=1:height=.1', 'rect', { height: 0.1 }, [], ''],
  ])('%s', (shape, kind, numbers, points, text) => {
    expect(shapes(`{{c1::image-occlusion:${shape}}}`).front).toEqual([
      { kind, isAsked: true, isCovered: true, numbers, points, text },
    ]);
  });

  it('a label is shown, never a mask; its colons are escaped', () => {
    const { front, back } = shapes(
      `{{c1::image-occlusion:rect:${RECT}}}{{c0::image-occlusion:text:left=.1:top=.2:text=a\\:b \\\\:scale=.5:fs=.03}}`,
    );
    expect(front[1]).toEqual({
      kind: 'text',
      isAsked: false,
      isCovered: false,
      numbers: { left: 0.1, top: 0.2, scale: 0.5, fs: 0.03 },
      points: [],
      text: 'a:b \\',
    });
    expect(back[1]?.isCovered).toBe(false);
  });

  it.each<[how: string, text: string, front: [boolean, boolean][], back: [boolean, boolean][]]>([
    [
      'hide one',
      `{{c1::image-occlusion:rect:${RECT}}}{{c2::image-occlusion:rect:${RECT}}}`,
      [
        [true, true],
        [false, false],
      ],
      [
        [true, false],
        [false, false],
      ],
    ],
    [
      'hide all',
      `{{c1::image-occlusion:rect:${RECT}:oi=1}}{{c2::image-occlusion:rect:${RECT}:oi=1}}`,
      [
        [true, true],
        [false, true],
      ],
      [
        [true, false],
        [false, true],
      ],
    ],
  ])('%s', (_, text, front, back) => {
    const found = shapes(text);
    const states = (side: 'front' | 'back') => found[side].map(({ isAsked, isCovered }) => [isAsked, isCovered]);
    expect(states('front')).toEqual(front);
    expect(states('back')).toEqual(back);
  });

  it('of an unknown kind is left out', () => {
    expect(shapes('{{c1::image-occlusion:star:left=.1}}').front).toEqual([]);
  });
});
