import type { Output } from '../../../core/api/contract.ts';
import { drawMasks } from './masks.ts';

export type CardFaces = NonNullable<Output<'card.face'>['face']>;
export type Side = CardFaces['front'];

/** What is said inside the frame, in the language of the app. */
export interface FaceWords {
  readonly missing: (name: string) => string;
  readonly remote: (address: string) => string;
  readonly play: (number: number) => string;
}

/**
 * The page inside the frame of cards. No script runs in it: all is done from here. Its elements are kept by reference, whatever a card
 * calls its own.
 */
export class FramePage {
  private constructor(
    readonly doc: Document,
    readonly root: HTMLElement,
    readonly body: HTMLElement,
    readonly qa: HTMLElement,
    private readonly style: HTMLElement,
  ) {}

  /** Null while the page is not there, or another one is. */
  static of({ contentDocument: doc }: HTMLIFrameElement): FramePage | null {
    const qa = doc?.querySelector<HTMLElement>('body > #qa');
    const style = doc?.querySelector<HTMLElement>('head > #card');
    return doc && qa && style ? new FramePage(doc, doc.documentElement, doc.body, qa, style) : null;
  }

  show({ css, html, masks, sounds }: Side, words: FaceWords): void {
    this.style.textContent = css;
    this.qa.innerHTML = html;
    this.root.scrollTop = 0;
    for (const image of this.qa.querySelectorAll<HTMLImageElement>('img[data-missing], img[data-remote]')) {
      const { missing, remote } = image.dataset;
      // Without an address a picture shows nothing, not even its text.
      const name = this.doc.createElement('span');
      name.className = 'no-picture';
      name.setAttribute('role', 'img');
      name.textContent = missing === undefined ? words.remote(remote ?? '') : words.missing(missing);
      name.setAttribute('aria-label', name.textContent);
      image.replaceWith(name);
    }
    for (const button of this.qa.querySelectorAll<HTMLElement>('[data-sound]')) {
      const at = Number(button.dataset['sound']);
      button.setAttribute('aria-label', words.play(at + 1));
      const sound = sounds[at];
      if (!sound || (sound.kind === 'file' && sound.address === null)) button.setAttribute('aria-disabled', 'true');
    }
    drawMasks(this.doc, this.qa, masks);
  }

  /** @param className of the body, as templates know it */
  look(className: string, isNight: boolean, scale: number): void {
    this.body.className = isNight ? `${className} nightMode night_mode` : className;
    this.root.classList.toggle('night-mode', isNight);
    this.root.style.setProperty('zoom', scale === 1 ? '' : String(scale));
  }

  /** How high the card is, without what the frame adds to it, px. */
  get height(): number {
    const around = this.doc.defaultView?.getComputedStyle(this.body);
    const sides = ['paddingTop', 'paddingBottom', 'marginTop', 'marginBottom'] as const;
    const added = sides.reduce((sum, side) => sum + Number.parseFloat(around?.[side] ?? '0'), 0);
    return Math.ceil((this.qa.scrollHeight + added) * (Number(this.root.style.getPropertyValue('zoom')) || 1));
  }
}
