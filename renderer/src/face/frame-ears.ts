import { on } from 'svelte/events';

interface Ears {
  readonly doc: Document;
  readonly frame: HTMLIFrameElement;
  readonly onsound: (place: number) => void;
  /** A link to another place than the card itself. */
  readonly onlink: (address: string) => void;
}

const OWN_KEYS = 'audio, video, summary, input, textarea, select';

/**
 * Hears keys and clicks inside the frame. Nothing there leads anywhere, whatever modifier is held; keys the card has no use for are
 * pressed again on the frame itself, so that they mean what they mean everywhere.
 */
export function listenIn({ doc, frame, onsound, onlink }: Ears): () => void {
  const act = (target: EventTarget | null): boolean => {
    const element = (target as Element | null)?.closest?.<HTMLElement>('[data-sound], [data-href]');
    const { sound, href } = element?.dataset ?? {};
    if (sound !== undefined) onsound(Number(sound));
    else if (href?.startsWith('#')) doc.getElementById(href.slice(1))?.scrollIntoView({ block: 'nearest' });
    else if (href !== undefined) onlink(href);
    return element != null;
  };
  const clicked = (event: MouseEvent) => {
    const target = event.target as Element | null;
    if (target?.closest?.('a, area, [data-href], form, label')) event.preventDefault();
    if (event.type === 'click' && act(target)) return;
    // The answer's field, or the page, has the keys again.
    if (!target?.closest?.(OWN_KEYS) && doc.getSelection()?.isCollapsed !== false) {
      frame.blur();
      frame.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
  };
  const pressed = (event: KeyboardEvent) => {
    const target = event.target as Element | null;
    if (event.key === 'Tab' || target?.closest?.(OWN_KEYS)) return;
    // Space is no key of links: it turns the card.
    const isFor = event.key === 'Enter' || (event.key === ' ' && target?.closest?.('[data-sound]'));
    if (isFor && act(target)) return event.preventDefault();
    const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = event;
    const same = new KeyboardEvent('keydown', {
      ...{ key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing },
      bubbles: true,
      cancelable: true,
    });
    if (!frame.dispatchEvent(same)) event.preventDefault();
  };
  const ends = [
    on(doc, 'click', clicked, { capture: true }),
    on(doc, 'auxclick', clicked, { capture: true }),
    on(doc, 'keydown', pressed, { capture: true }),
    on(doc, 'submit', (event: Event) => event.preventDefault(), { capture: true }),
    on(doc, 'dragstart', (event: Event) => event.preventDefault(), { capture: true }),
  ];
  return () => ends.forEach((end) => end());
}
