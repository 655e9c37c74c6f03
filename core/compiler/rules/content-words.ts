const STOP = new Set(
  (
    'the a an of to in on at for and or by with from was were is are be been has have had which what who whom whose when where how why ' +
    'many much did does do that this these those it its their they them as not one each other than more most also into after before ' +
    'between under over about day month year date give number name city country text source according so called all any part if then ' +
    'may might can could would should there only first last both same such'
  ).split(' '),
);

/** The words of an English text that carry meaning, as stems, each once; figures are left out. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !STOP.has(word)).map(stem));
}

function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ations?|ings?|ers?|ed|es|s|ly|ity|al)$/, '') : word.replace(/s$/, '');
}

/** How much a word tells: words that stand in few of the texts weigh more. */
export type Weight = (words: Iterable<string>) => number;

/** @param texts what the words are counted in, e.g. the prompts of a course */
export function weightIn(texts: readonly string[], wordsOf: (text: string) => Iterable<string> = contentWords): Weight {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map([...counts].map(([word, count]) => [word, Math.log((texts.length + 1) / count)]));
  const unknown = Math.log(texts.length + 1);
  return (words) => {
    let sum = 0;
    for (const word of words) sum += weights.get(word) ?? unknown;
    return sum;
  };
}

const THAI = new Intl.Segmenter('th', { granularity: 'word' });

/** The Thai words of a text, each once; the shortest say nothing. */
export function thaiWords(text: string): Set<string> {
  const words = [...THAI.segment(text)].filter(({ segment }) => /^[\u0E01-\u0E4E]{2,}$/.test(segment));
  return new Set(words.map(({ segment }) => segment));
}
