/**
 * Texts that have so little room that their words are broken again and again: three lines and more, none as wide as four letters.
 * Runs in the page.
 */
export function squeezedTexts(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue?.trim() ?? '';
    if (!element || text.length < 6 || element.closest('svg, .visually-hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const room = 2 * parseFloat(getComputedStyle(element).fontSize);
    if (lines.length >= 3 && lines.every(({ width }) => width < room)) found.push(text.slice(0, 40));
  }
  return found;
}
