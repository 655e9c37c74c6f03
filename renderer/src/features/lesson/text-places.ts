import type { Range as Places } from '../../../../core/domain/text/found-ranges.ts';

/** Words of a section in one language, by their places in its text. */
export interface TextPlace {
  readonly language: 'th' | 'en';
  readonly range: Places;
}

const LINES = '[data-from]';
/** Stands in a line, and is no part of its text: citations, signs of marks. */
const APART = '[data-apart]';

const startOf = (line: Element): number => Number((line as HTMLElement).dataset['from']);
const languageOf = (line: Element): 'th' | 'en' =>
  line.closest<HTMLElement>('[data-text]')?.dataset['text'] === 'th' ? 'th' : 'en';

/** The text nodes of a line, each with where it begins in the section's text. */
function* textsOf(line: Element): Generator<readonly [node: Text, from: number]> {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let from = startOf(line);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest(APART)) continue;
    yield [node, from];
    from += node.length;
  }
}

/** What of a section is selected; of both languages the one in which the selection begins. Null: nothing of its text. */
export function placeOfRange(root: Element, range: Range): TextPlace | null {
  const lines = [...root.querySelectorAll(LINES)].filter((line) => range.intersectsNode(line));
  let found = null as { language: 'th' | 'en'; from: number; to: number } | null;
  for (const line of lines) {
    const language = languageOf(line);
    if (found && found.language !== language) break;
    for (const [node, start] of textsOf(line)) {
      if (!range.intersectsNode(node)) continue;
      const from = start + (node === range.startContainer ? range.startOffset : 0);
      const to = start + (node === range.endContainer ? range.endOffset : node.length);
      if (to > from) found = { language, from: found?.from ?? from, to };
    }
  }
  return found && { language: found.language, range: [found.from, found.to] };
}

/** The words on the page; null where they are not there. */
export function rangeAt(root: Element, { language, range: [from, to] }: TextPlace): Range | null {
  const range = document.createRange();
  let isBegun = false;
  for (const line of root.querySelectorAll(LINES)) {
    if (languageOf(line) !== language) continue;
    for (const [node, start] of textsOf(line)) {
      const end = start + node.length;
      if (!isBegun && from < end && from >= start) {
        range.setStart(node, from - start);
        isBegun = true;
      }
      if (isBegun && to <= end) {
        range.setEnd(node, to - start);
        return range;
      }
    }
  }
  return null;
}

/** The line that words begin in. */
export function lineAt(root: Element, { language, range: [from] }: TextPlace): HTMLElement | null {
  const lines = [...root.querySelectorAll<HTMLElement>(LINES)].filter((line) => languageOf(line) === language);
  return lines.findLast((line) => startOf(line) <= from) ?? null;
}
