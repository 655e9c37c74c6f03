/** Tags in what was typed: without spaces, nested by `::`, each as short as it may be. */
export const tagsIn = (typed: string): string[] =>
  typed
    .normalize('NFC')
    .split(/[\s,，、\u3000]+/u)
    .map((tag) => tag.replaceAll(/^:+|:+$/g, '').slice(0, 200))
    .filter((tag) => tag !== '');
