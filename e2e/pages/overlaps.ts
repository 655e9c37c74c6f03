/** Names and marks of a map that share more than a pixel of the page, in pairs. Runs in the page. */
export function overlapsIn(map: Element): string[] {
  const boxes = [...map.querySelectorAll('i, span[aria-hidden="true"]')].map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, top, right, bottom } = (element.childNodes.length > 0 ? range : element).getBoundingClientRect();
    return { what: `${element.tagName} ${element.textContent}`, left, top, right, bottom };
  });
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          one.left + 1 < other.right &&
          other.left + 1 < one.right &&
          one.top + 1 < other.bottom &&
          other.top + 1 < one.bottom,
      )
      .map((other) => `${one.what} / ${other.what}`),
  );
}
