/** Makes what outlives the view that asks for it: what is derived in it would go stale with the view otherwise. */
export function outliving<T>(make: () => T): T {
  let made: T | undefined;
  $effect.root(() => {
    made = make();
  });
  return made as T;
}
