import { base64 } from '../../app/send-file.ts';

/** Kinds that a card shows from within its text. */
const KINDS = /^image\/(?:png|jpeg|gif|webp|avif)$/;

export const isPicture = ({ type }: File): boolean => KINDS.test(type);

interface Picture {
  readonly id: number;
  /** `data:`, to be looked at and to be handed over. */
  readonly address: string;
  /** What stands on the back of its card, as the learner wrote it. */
  back: string;
}

/** Pictures from the clipboard that become cards: each is a front, and its back is written here. They outlive the page. */
export class PastedPictures {
  list = $state<Picture[]>([]);
  #last = 0;

  readonly add = async (files: readonly File[]): Promise<void> => {
    for (const file of files.filter(isPicture)) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      this.list.push({ id: ++this.#last, address: `data:${file.type};base64,${base64(bytes)}`, back: '' });
    }
  };

  readonly remove = (id: number): void => {
    this.list = this.list.filter((picture) => picture.id !== id);
  };

  /** All of them as a table that can be taken in; they are gone from here. @param name of the deck it makes */
  readonly take = (name: string): File => {
    const rows = this.list.map(({ address, back }) => `<img src='${address}'>\t${asCell(back)}`);
    this.list = [];
    return new File([`#separator:tab\n#html:true\n${rows.join('\n')}\n`], `${name}.txt`, { type: 'text/plain' });
  };
}

/** Text as one cell of a table of HTML. */
const asCell = (text: string): string =>
  text
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\s*\n/g, '<br>')
    .replaceAll('\t', ' ');
