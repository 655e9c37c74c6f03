/**
 * Runs in the page: looks for listed words, and dates, whose letters stand on two lines.
 * @param texts where given, shown one after the other in the prompt of the question that is open; else the page as it is
 */
export function brokenWords({
  words,
  texts,
}: {
  readonly words: readonly string[];
  readonly texts: readonly string[];
}): {
  seen: number;
  broken: string[];
} {
  const GUIDES = /[\u2060\u200B]/;
  const date = String.raw`(?:\d{1,2}[ \u00A0])?(?:(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)[ \u00A0])?(?:พ\.ศ\.|ค\.ศ\.)[ \u00A0]\d{4}(?:–\d{4})?`;
  const listed = new RegExp(`${[...words].sort((a, b) => b.length - a.length).join('|')}|${date}`, 'gu');
  const main = document.querySelector('main')!;
  const found = { seen: 0, broken: [] as string[] };

  function look(node: Text): void {
    // The text without its guides, and where each of its letters stands in the page.
    const places = [...node.data].flatMap((letter, at) => (GUIDES.test(letter) ? [] : [at]));
    const text = places.map((at) => node.data[at]).join('');
    for (const { 0: word, index } of text.matchAll(listed)) {
      if (/[เ-ไ]/.test(text.charAt(index - 1)) || /\p{M}|[ะาำ]/u.test(text.charAt(index + word.length))) continue;
      const range = document.createRange();
      range.setStart(node, places[index]!);
      range.setEnd(node, places[index + word.length - 1]! + 1);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (boxes.length === 0) continue;
      found.seen += 1;
      const lowest = Math.max(...boxes.map(({ top }) => top));
      const highest = Math.min(...boxes.map(({ bottom }) => bottom));
      if (lowest >= highest)
        found.broken.push(`${word} in “${text.slice(Math.max(0, index - 20), index + word.length + 20)}”`);
    }
  }
  const lookAt = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('.visually-hidden')) look(walker.currentNode as Text);
  };

  if (texts.length === 0) lookAt(main);
  else {
    const prompt = main.querySelector('h2')!;
    const sheet = prompt.cloneNode(false) as HTMLElement;
    prompt.parentElement!.append(sheet);
    for (const text of texts) sheet.append(text, document.createElement('br'));
    lookAt(sheet);
    sheet.remove();
  }
  return found;
}
