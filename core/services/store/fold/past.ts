import type { Past } from '../../../domain/history/card-fold.ts';
import { inTime } from '../../../domain/history/stamped-ahead.ts';
import { isVoided, type Voided } from '../../../domain/history/voided.ts';
import type { CardId } from '../../../domain/ids.ts';
import type { EventSource } from './history.ts';
import type { Packed } from './packed-refs.ts';
import type { Trails } from './trails.ts';

interface Known {
  readonly trails: Trails;
  readonly source: EventSource;
  readonly voided: Voided;
}

/**
 * What is known of an event's card that its state does not tell, from its trail. Instants of its answers are read from the journals:
 * that is asked for only where an answer stands behind a later one, which a clock must have run ahead for.
 * @param own the event itself, which may be in the trail already
 */
export const pastOf = ({ trails, source, voided }: Known, card: CardId | undefined, own: Packed): Past => ({
  knows: (ref) => card !== undefined && trails.knows(card, ref),
  wasAnsweredAt: (at) => {
    const trail = card === undefined ? [] : (trails.cards.get(card) ?? []);
    const before = trail.filter((packed) => packed !== own);
    for (const event of source.load(before, trails.refs).values())
      if (event.type === 'review' && event.card === card && !isVoided(event, voided) && inTime(event, voided).at === at)
        return true;
    return false;
  },
});
