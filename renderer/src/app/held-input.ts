const CONTROL = 'label, button, a[href], summary, [role="button"]';

const controlOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? (target.closest('label') ?? target.closest(CONTROL)) : null;

/**
 * What has just appeared is not pressed by a key that is still held, nor by the second click of a double click: the learner meant
 * what stood there before. The same control may be clicked again at once, unless it is marked
 * `data-once`. @returns the way to stop
 */
export function ignoreHeldInput(page: Window): () => void {
  let clicked: Element | null = null;
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  function keydown(event: KeyboardEvent) {
    if (!event.repeat) return;
    const space = event.key === ' ' && controlOf(event.target) !== null;
    if (event.key === 'Enter' || space) swallow(event);
  }
  function click(event: MouseEvent) {
    const control = controlOf(event.target);
    if (event.detail <= 1) clicked = event.detail === 1 ? control : clicked;
    else if (control !== null && (control !== clicked || control.hasAttribute('data-once'))) swallow(event);
  }
  page.addEventListener('keydown', keydown, { capture: true });
  page.addEventListener('click', click, { capture: true });
  return () => {
    page.removeEventListener('keydown', keydown, { capture: true });
    page.removeEventListener('click', click, { capture: true });
  };
}
