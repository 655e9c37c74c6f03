import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DESKTOP_FAULTS } from './desktop-faults.mjs';
import { STORE_FAULTS } from './store-faults.mjs';

// Planting them takes minutes (`npm run test:long`); that there is something to plant is seen at once.
describe.each([...DESKTOP_FAULTS, ...STORE_FAULTS])('the planted fault "$name"', ({ file, find, replace }) => {
  it(`changes one place of ${file}`, () => {
    expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
    expect(replace).not.toContain(find);
  });
});

it.each(STORE_FAULTS)('"$name" is to be noticed by a test that is there', ({ test, red }) => {
  expect(readFileSync(test, 'utf8')).toContain(red);
});
