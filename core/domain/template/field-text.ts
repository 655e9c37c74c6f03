import { clozedText, parseClozes } from './cloze.ts';
import { isOcclusion } from './occlusion.ts';
import { plainText } from './plain-text.ts';

/** What a reader sees in a field of a note: its text with the gaps filled. Masks on a picture are read by their names. */
export const fieldText = (html: string): string =>
  plainText(
    parseClozes(html)
      .map((node) => {
        if (node.kind === 'text') return node.text;
        return isOcclusion(node) ? `<div>${node.hint ?? ''}</div>` : clozedText(node);
      })
      .join(''),
  );
