/** Attached to a box that may be wider than its place: while it scrolls it can be reached by keyboard. */
export function scrolls(box: HTMLElement): () => void {
  const measure = () => {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(measure);
  observer.observe(box);
  for (const child of box.children) observer.observe(child);
  return () => observer.disconnect();
}
