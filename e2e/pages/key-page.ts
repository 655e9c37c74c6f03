import type { Scene } from './key-model.ts';

/** The page once it stands still, and what it asked of its host since the last time. */
interface Still {
  readonly scene: Scene;
  readonly calls: readonly string[];
}
/** Where to click. */
interface Target {
  readonly x: number;
  readonly y: number;
}

declare global {
  interface Window {
    keyPage: {
      /** Waits until every call is answered and nothing changes any more. */
      still(): Promise<Still>;
      /** One of the things in sight that match, by a number from 0 to 1; null where there is none. */
      targetOf(selector: string, random: number): Target | null;
      /**
       * The words of the button that the mouse has hit since a target was looked up; null where it was none. Read from the
       * click itself: a page that still scrolls has moved on meanwhile.
       */
      hit(): string | null;
    };
  }
}

/** Runs in a page of the web shell, before the app: listens to its calls, and looks as a learner would. */
export function installKeyPage(): void {
  const LONGEST_TURNS = 2_000;
  let [seen, open]: [string[], number] = [[], 0];
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const method = /\/api\/([^/?]+)$/.exec(input instanceof Request ? input.url : String(input))?.[1];
    if (method === undefined) return send(input, init);
    seen.push(method);
    open += 1;
    try {
      const reply = await send(input, init);
      // The call is over when the whole of its answer is here.
      return new Response(await reply.arrayBuffer(), reply);
    } finally {
      open -= 1;
    }
  };

  const wordsOf = (control: Element | null | undefined) => control?.textContent?.trim() ?? null;

  let hits: (string | null)[] = [];
  // Read before the app does anything with it: a button that is pressed may be gone afterwards.
  const onclick = ({ target, detail }: MouseEvent) => {
    const control = (target as Element).closest('button');
    if (detail > 0) hits.push(control?.disabled ? null : wordsOf(control));
  };
  window.addEventListener('click', onclick, true);

  function sceneOf(): Scene {
    const active = document.activeElement;
    const place = location.hash.split(/[/?]/)[1] ?? '';
    const within = active?.closest('[data-question]') ?? null;
    const question = place === 'lesson' ? within : document.querySelector('[data-question]');
    const isOpen = question?.getAttribute('data-question') === 'open';
    const field = active instanceof HTMLInputElement && active.type === 'text' && !active.readOnly ? active : null;
    const edited = field !== null && (field.value !== '' || field.dataset['edited'] !== undefined);
    return {
      place,
      dialog: document.querySelector('dialog[open]') !== null,
      question: question && {
        open: isOpen,
        written: isOpen && question.querySelector('form') !== null,
        graded: question.querySelector('.grades') !== null,
      },
      field: field === null ? 'none' : edited ? 'edited' : 'untouched',
      button: wordsOf(active?.closest('button, a[href]')),
      atEnd: scrollY + innerHeight >= document.documentElement.scrollHeight - 2,
    };
  }

  window.keyPage = {
    async still() {
      let last = '';
      for (let same = 0, turns = 0; same < 2; turns += 1) {
        if (turns > LONGEST_TURNS)
          throw new Error(`no answer, or no rest, at ${location.hash} after ${seen.join(', ')}`);
        await new Promise((resolve) => setTimeout(resolve));
        const now = JSON.stringify([sceneOf(), seen.length, document.querySelector('[data-question]')?.id]);
        same = open === 0 && now === last ? same + 1 : 0;
        last = now;
      }
      const calls = seen;
      seen = [];
      return { scene: sceneOf(), calls };
    },
    targetOf(selector, random) {
      hits = [];
      const inSight = [...document.querySelectorAll(selector)].flatMap((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return width > 0 && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? [{ x, y }] : [];
      });
      return inSight[Math.floor(random * inSight.length)] ?? null;
    },
    // What a label clicks by itself comes second.
    hit: () => hits[0] ?? null,
  };
}
