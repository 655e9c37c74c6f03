import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { KeptStates } from './kept-states.ts';

class Counted {
  count = $state(1);
  readonly doubled = $derived(this.count * 2);
}

it('what is derived in a kept state goes on when the view that first asked for it is gone', () => {
  const kept = new KeptStates({});
  const seen: number[] = [];
  const view = () => {
    const state = kept.of(Counted);
    $effect(() => void seen.push(state.doubled));
  };
  const leave = $effect.root(view);
  flushSync();
  leave();
  const again = $effect.root(view);
  flushSync();
  kept.of(Counted).count = 5;
  flushSync();
  again();
  expect(seen).toEqual([2, 2, 10]);
});
