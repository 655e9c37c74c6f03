const SLOP_PX = 6;

interface Drag {
  /** While true nothing can be dragged. */
  readonly locked: () => boolean;
  /** The `data-drop` under the pointer, each time it changes; null outside and at the end. With the height of what is dragged. */
  readonly onover?: (target: string | null, heightPx: number) => void;
  readonly ondrop: (target: string) => void;
}

/**
 * An attachment: the element follows the pointer and is dropped on an element with `data-drop`. A press without
 * movement stays a click; after a drag the click that browsers send is swallowed.
 */
export function draggable({ locked, onover, ondrop }: Drag) {
  return (element: HTMLElement) => {
    let start: { x: number; y: number; id: number } | null = null;
    let moving = false;
    let over: string | null = null;

    const targetAt = (x: number, y: number) =>
      document
        .elementsFromPoint(x, y)
        .map((found) => found.closest<HTMLElement>('[data-drop]'))
        .find((found) => found !== null && !element.contains(found) && !found.contains(element))?.dataset.drop ?? null;

    function down(event: PointerEvent) {
      if (locked() || event.button !== 0) return;
      start = { x: event.clientX, y: event.clientY, id: event.pointerId };
    }
    function move(event: PointerEvent) {
      if (!start || event.pointerId !== start.id) return;
      const dx = event.clientX - start.x;
      const dy = event.clientY - start.y;
      if (!moving && Math.hypot(dx, dy) < SLOP_PX) return;
      if (!moving) element.setPointerCapture(event.pointerId);
      moving = true;
      element.dataset.dragging = '';
      element.style.translate = `${dx}px ${dy}px`;
      const target = targetAt(event.clientX, event.clientY);
      if (target !== over) onover?.(target, element.offsetHeight);
      over = target;
    }
    function end(event: PointerEvent) {
      if (start && moving) {
        const target = event.type === 'pointerup' ? over : null;
        element.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => element.removeEventListener('click', swallow, { capture: true }));
        delete element.dataset.dragging;
        element.style.translate = '';
        onover?.(null, 0);
        if (target !== null) ondrop(target);
      }
      start = null;
      moving = false;
      over = null;
    }
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };

    const gone = new AbortController();
    const { signal } = gone;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', end, { signal });
    element.addEventListener('pointercancel', end, { signal });
    return () => gone.abort();
  };
}
