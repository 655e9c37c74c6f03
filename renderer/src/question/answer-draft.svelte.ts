import type { CardView } from '../../../core/api/contract.ts';
import type { Response } from '../../../core/domain/question.ts';
import { formOf } from './answer-form.ts';

export interface Picked {
  readonly side: 'left' | 'right';
  readonly id: string;
}

/** What the learner has entered so far for one question. Kept above the views, so leaving a view loses nothing. */
export class AnswerDraft {
  readonly card: CardView;
  /** typed, number, date. */
  text = $state('');
  /** cloze: one entry per gap. */
  blanks = $state<string[]>([]);
  /** choice, choices: option ids; the mark that was pointed at. */
  chosen = $state.raw<readonly string[]>([]);
  /** order: item ids as they stand now. */
  order = $state.raw<readonly string[]>([]);
  /** order: a row was moved, or the order was said to be right as it is. */
  moved = $state(false);
  asItIs = $state(false);
  /** match: left id → right id; place: mark id → label id. */
  pairs = $state.raw<Readonly<Record<string, string>>>({});
  /** match, place: the side taken first, waiting for its partner. Marks are left, labels right. */
  picked = $state.raw<Picked | null>(null);

  constructor(card: CardView) {
    this.card = card;
    this.blanks = (card.blanks ?? []).map(() => '');
    this.order = card.kind === 'order' ? (card.options ?? []).map((item) => item.id) : [];
  }

  readonly ready = $derived.by(() => {
    switch (formOf(this.card)) {
      case 'card':
        return false;
      case 'cloze':
        return this.blanks.some((blank) => blank.trim() !== '');
      case 'choice':
      case 'choices':
      case 'point':
        return this.chosen.length > 0;
      case 'order':
        return this.moved || this.asItIs;
      case 'match':
        return Object.keys(this.pairs).length === (this.card.left ?? []).length;
      case 'place':
        return Object.keys(this.pairs).length === (this.card.label?.marks ?? []).length;
      default:
        return this.text.trim() !== '';
    }
  });

  /** Plain JSON, as the contract wants it. */
  response(): Response {
    switch (formOf(this.card)) {
      case 'cloze':
        return this.blanks.map((blank) => blank);
      case 'choice':
      case 'point':
        return this.chosen[0] ?? '';
      case 'choices':
        return [...this.chosen];
      case 'order':
        return [...this.order];
      case 'match':
      case 'place':
        return { ...this.pairs };
      default:
        return this.text;
    }
  }

  /** One option alone can be chosen. */
  get single(): boolean {
    return formOf(this.card) !== 'choices';
  }

  readonly toggle = (optionId: string): void => {
    if (this.single) this.chosen = [optionId];
    else if (this.chosen.includes(optionId)) this.chosen = this.chosen.filter((id) => id !== optionId);
    else this.chosen = [...this.chosen, optionId];
  };

  /** Moves an item to a place from 0; places outside the list are its ends. */
  readonly moveTo = (itemId: string, place: number): void => {
    const others = this.order.filter((id) => id !== itemId);
    const target = Math.max(0, Math.min(others.length, place));
    if (target === this.order.indexOf(itemId)) return;
    this.moved = true;
    this.asItIs = false;
    this.order = [...others.slice(0, target), itemId, ...others.slice(target)];
  };

  /** Says that the order is right as it stands, or takes that back. */
  readonly keepAsItIs = (): void => {
    this.asItIs = !this.moved && !this.asItIs;
  };

  /** Takes one side of a pair; with the other side already taken, the two become a pair. */
  readonly pick = (side: Picked['side'], id: string): void => {
    const first = this.picked;
    if (first === null || first.side === side) {
      this.picked = first?.id === id && first.side === side ? null : { side, id };
      return;
    }
    this.pair(side === 'left' ? id : first.id, side === 'right' ? id : first.id);
  };

  /** Pairs a left side with a right one; a right side belongs to one left side only. */
  readonly pair = (leftId: string, rightId: string): void => {
    const others = Object.entries(this.pairs).filter(([left, right]) => left !== leftId && right !== rightId);
    this.pairs = Object.fromEntries([...others, [leftId, rightId]]);
    this.picked = null;
  };

  /** A mark is pointed at, or gets the label that was taken; without one, what stands there comes off, or it waits for a label. */
  readonly press = (markId: string): void => {
    if (formOf(this.card) === 'point') this.chosen = [markId];
    else if (this.picked?.side !== 'right' && this.pairs[markId] !== undefined) this.unpair(markId);
    else this.pick('left', markId);
  };

  readonly unpair = (leftId: string): void => {
    this.pairs = Object.fromEntries(Object.entries(this.pairs).filter(([left]) => left !== leftId));
    this.picked = null;
  };
}
