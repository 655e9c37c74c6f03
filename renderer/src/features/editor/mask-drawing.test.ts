import { expect, it } from 'vitest';
import { parseClozes } from '../../../../core/domain/template/cloze.ts';
import { readOcclusion } from '../../../../core/domain/template/occlusion-text.ts';
import { MaskDrawing } from './mask-drawing.svelte.ts';
import { boxOf } from './mask-shapes.ts';

function drawn() {
  const texts: string[] = [];
  const drawing = new MaskDrawing((text) => texts.push(text));
  return { drawing, text: () => texts.at(-1) ?? '' };
}
const BOX = { left: 0.25, top: 0.25, width: 0.5, height: 0.25 };

it('a rectangle is drawn from corner to corner, and hides all at first', () => {
  const { drawing, text } = drawn();
  drawing.press([0.75, 0.5]);
  drawing.drag([0.25, 0.25]);
  drawing.release();
  expect(text()).toBe('{{c1::image-occlusion:rect:left=.25:top=.25:width=.5:height=.25:oi=1}}<br>');
  drawing.hide(false);
  expect(text()).not.toContain('oi=1');
});

it('a click draws nothing', () => {
  const { drawing } = drawn();
  drawing.press([0.5, 0.5]);
  drawing.release();
  expect(drawing.masks).toEqual([]);
});

it('a polygon is closed by three corners or more', () => {
  const { drawing } = drawn();
  drawing.tool = 'polygon';
  for (const corner of [
    [0.1, 0.1],
    [0.2, 0.1],
  ] as const)
    drawing.press(corner);
  expect([drawing.close(), drawing.masks.length]).toEqual([true, 0]);
  for (const corner of [
    [0.1, 0.1],
    [0.2, 0.1],
    [0.2, 0.2],
  ] as const)
    drawing.press(corner);
  expect([drawing.close(), drawing.masks.length, drawing.close()]).toEqual([true, 1, false]);
});

it('a mask is moved and sized by keys, named, and put on a card with another', () => {
  const { drawing, text } = drawn();
  drawing.add(BOX);
  drawing.add(BOX);
  drawing.nudge(0, [1, -1], false);
  drawing.nudge(0, [2, 0], true);
  drawing.change(1, { name: 'Aorta', number: 1 });
  const { left, top, width, height } = boxOf(drawing.masks[0]!);
  expect([left, top, width, height]).toEqual([0.26, 0.24, 0.52, 0.25]);
  expect(readOcclusion(text()).masks.map(({ number, name }) => [number, name])).toEqual([
    [1, ''],
    [1, 'Aorta'],
  ]);
});

it('what is drawn is read again as it is, and what was written elsewhere is taken', () => {
  const { drawing, text } = drawn();
  drawing.add(BOX, 'ellipse');
  const { masks } = drawing;
  drawing.read(text());
  expect(drawing.masks).toBe(masks);
  drawing.read('{{c4::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}} more');
  expect([drawing.masks[0]?.number, drawing.hidesAll]).toEqual([4, false]);
  drawing.remove(0);
  expect(text()).toBe('more');
  expect(parseClozes(text())).toEqual([{ kind: 'text', text: 'more' }]);
});
