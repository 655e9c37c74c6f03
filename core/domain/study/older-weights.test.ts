import { default_w, FSRSAlgorithm } from 'ts-fsrs';
import { describe, expect, it, vi } from 'vitest';
import { GRADES } from '../grade.ts';
import { asSixthVersion, modelOf } from './memory-model.ts';

const FOURTH = [
  ...[1.3608981, 3.2631533, 12.11589, 29.051405, 5.134217, 1.1265867, 0.8705011, 0.058629394, 1.6750332],
  ...[0.109073006, 1.0737343, 2.1267996, 0.059391897, 0.34454167, 1.606116, 0.40234843, 2.974674],
];
const FIFTH = [
  ...[0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925],
  ...[1.9395, 0.11, 0.29605, 2.2698, 0.2315, 2.9898, 0.51655, 0.6621],
];

describe('weights of older versions', () => {
  it.each([
    ['fourth', FOURTH],
    ['fifth', FIFTH],
  ])('of the %s count in our model as the library of FSRS has them count', (_, weights) => {
    vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    const library = new FSRSAlgorithm({ w: [...weights] });
    const model = modelOf(asSixthVersion(weights));
    for (const first of GRADES)
      for (const then of GRADES) {
        const started = model.after(null, 0, first);
        const { stability, difficulty } = library.next_state(library.next_state(null, 0, first), 5, then);
        const { stabilityDays, difficulty: ours } = model.after(started, 5, then);
        expect([stabilityDays, ours]).toEqual([...[expect.closeTo(stability, 4), expect.closeTo(difficulty, 4)]]);
      }
  });

  it('are 21 numbers, and those of the sixth stay as they are', () => {
    expect([asSixthVersion(FOURTH).length, asSixthVersion(FIFTH).length]).toEqual([21, 21]);
    expect(asSixthVersion(default_w)).toEqual([...default_w]);
  });
});
