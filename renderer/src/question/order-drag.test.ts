import { describe, expect, it } from 'vitest';
import { OrderDrag } from './order-drag.svelte.ts';

describe('dragging a row of an order', () => {
  const order = ['a', 'b', 'c', 'd'];
  const drag = new OrderDrag(() => order);
  const places = () => order.map(drag.placeOf);
  const shifts = () => order.map(drag.shiftOf);

  it('rows between make way by the height of the dragged row, and every number says the place to come', () => {
    drag.over('a', 'c', 40);
    expect([places(), shifts()]).toEqual([
      [2, 0, 1, 3],
      [0, -48, -48, 0],
    ]);
    drag.over('d', 'b', 40);
    expect([places(), shifts()]).toEqual([
      [0, 2, 3, 1],
      [0, 48, 48, 0],
    ]);
  });

  it('all is as it was once the row is over nothing', () => {
    drag.over('a', null, 0);
    expect([places(), shifts()]).toEqual([
      [0, 1, 2, 3],
      [0, 0, 0, 0],
    ]);
  });
});
