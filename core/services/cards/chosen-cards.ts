import type { Input } from '../../api/contract.ts';
import type { AllCards, CardColumns } from './all-cards.ts';
import type { FindCards } from './find-cards.ts';

export type Chosen = Input<'card.change'>['of'];

/** The cards a change is meant for, as rows; names of cards that are not there are passed over. */
export class ChosenCards {
  constructor(
    private readonly all: AllCards,
    private readonly finder: FindCards,
  ) {}

  /** @throws AppError `bad-query`, `not-found` */
  async rows(of: Chosen): Promise<{ all: CardColumns; rows: number[] }> {
    if ('cardIds' in of) {
      const all = await this.all.current();
      const rows = new Set(of.cardIds.flatMap((cardId) => all.rowOf.get(cardId) ?? []));
      return { all, rows: [...rows] };
    }
    const { all, isFound } = await this.finder.find(of);
    const rows: number[] = [];
    for (let row = 0; row < isFound.length; row++) if (isFound[row] === 1) rows.push(row);
    return { all, rows };
  }
}
