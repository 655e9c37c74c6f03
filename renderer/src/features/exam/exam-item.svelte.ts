import type { CardView, Output } from '../../../../core/api/contract.ts';
import type { Response } from '../../../../core/domain/question.ts';
import { AnswerDraft } from '../../question/answer-draft.svelte.ts';
import { formOf } from '../../question/answer-form.ts';
import { Stopwatch } from '../../question/stopwatch.ts';

type Asked = Output<'exam.get'>['parts'][number]['questions'][number];

/** One question of an exam: what is entered, and what of it the host has. */
export class ExamItem {
  readonly card: CardView;
  readonly draft: AnswerDraft;
  /** From 1, over the whole exam. */
  readonly number: number;
  readonly part: string;
  marked = $state(false);
  readonly watch = new Stopwatch();
  /** Enter in a field of it. */
  readonly check: () => Promise<void>;
  // Of a question that is open to the end.
  readonly outcome = null;
  readonly settled = false;
  readonly revealed = false;
  readonly #before: number;
  #kept = $state.raw<string>('null');

  constructor(
    { card, response, marked, elapsedMs }: Asked,
    place: { readonly number: number; readonly part: string; readonly onenter: () => void },
  ) {
    this.card = card;
    this.number = place.number;
    this.part = place.part;
    this.check = () => Promise.resolve(place.onenter());
    this.draft = new AnswerDraft(card);
    this.marked = marked;
    this.#before = elapsedMs;
    this.#kept = JSON.stringify(response);
    if (response !== null) enter(this.draft, response);
  }

  /** What is answered as it stands now; null where nothing is. Of pairs, some will do. */
  get given(): Response | null {
    const { draft } = this;
    const some = ['match', 'place'].includes(formOf(this.card)) ? Object.keys(draft.pairs).length > 0 : draft.ready;
    return some ? draft.response() : null;
  }

  get answered(): boolean {
    return this.given !== null;
  }

  /** Something is entered that the host has not acknowledged. */
  get unsaved(): boolean {
    return JSON.stringify(this.given) !== this.#kept;
  }

  get elapsedMs(): number {
    return Math.min(86_400_000, this.#before + this.watch.ms);
  }

  readonly acknowledged = (response: Response | null): void => {
    this.#kept = JSON.stringify(response);
  };

  /** Takes the answer out. */
  readonly clear = (): void => {
    const { draft } = this;
    const fresh = new AnswerDraft(this.card);
    Object.assign(draft, {
      text: '',
      blanks: fresh.blanks,
      chosen: [],
      order: fresh.order,
      moved: false,
      asItIs: false,
      pairs: {},
      picked: null,
    });
  };
}

/** Puts an answer back as it was entered. */
function enter(draft: AnswerDraft, response: Response): void {
  switch (formOf(draft.card)) {
    case 'cloze':
      draft.blanks = [...(response as readonly string[])];
      break;
    case 'choice':
    case 'point':
      draft.chosen = [response as string];
      break;
    case 'choices':
      draft.chosen = response as readonly string[];
      break;
    case 'order':
      enterOrder(draft, response as readonly string[]);
      break;
    case 'match':
    case 'place':
      draft.pairs = response as Readonly<Record<string, string>>;
      break;
    default:
      draft.text = response as string;
  }
}

function enterOrder(draft: AnswerDraft, order: readonly string[]): void {
  draft.asItIs = order.join('\n') === draft.order.join('\n');
  draft.moved = !draft.asItIs;
  draft.order = order;
}
