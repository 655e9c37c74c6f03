import { expect, it } from 'vitest';
import { AppError } from '../../../core/domain/errors.ts';
import { Loaded } from './loaded.svelte.ts';

it('reads once what stays the same, and again what could not be read', async () => {
  let reads = 0;
  const loaded = new Loaded(() => {
    reads += 1;
    return reads === 1 ? Promise.reject(new AppError('not-reachable', 'away')) : Promise.resolve(reads);
  });
  await loaded.loadOnce();
  expect([loaded.value, loaded.error]).toEqual([null, 'not-reachable']);
  await loaded.loadOnce();
  await loaded.loadOnce();
  expect([loaded.value, loaded.error, reads]).toEqual([2, null, 2]);
  await loaded.load();
  expect(loaded.value).toBe(3);
});
