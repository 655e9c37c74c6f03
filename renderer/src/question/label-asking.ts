import type { CardView, Outcome } from '../../../core/api/contract.ts';
import type { Bilingual } from '../../../core/domain/question.ts';
import type { Asking, MarkVerdict } from '../pictures/asking.ts';
import { pick, t } from '../i18n/locale.svelte.ts';
import type { AnswerDraft } from './answer-draft.svelte.ts';
import { formOf } from './answer-form.ts';
import { optionMarks } from './option-mark.ts';

/** A mark of the picture; whose name is kept back until the answer is given. */
interface Named {
  readonly id: string;
  readonly name: Bilingual;
}
interface Asked {
  readonly card: CardView;
  readonly draft: Pick<AnswerDraft, 'chosen' | 'pairs' | 'picked'>;
  readonly outcome: Outcome | null;
  readonly locked: boolean;
  /** Of the whole picture. */
  readonly marks: readonly Named[];
  /** While one is asked the others are kept back as well. */
  readonly hidesAll: boolean;
  readonly onpress: (markId: string) => void;
}

/** What a picture shows and takes while a question is asked on it, and once it is answered. */
export function askingOf({ card, draft, outcome, locked, marks, hidesAll, onpress }: Asked): Asking {
  const asked = card.label?.marks ?? [];
  const settled = outcome !== null && !outcome.tryAgain;
  const ids = marks.map(({ id }) => id);
  const take = (pickable: readonly string[]) => (locked ? {} : { pickable, onpick: onpress });
  switch (formOf(card)) {
    case 'point':
      return settled
        ? { hidden: NONE, verdicts: verdictsOf(outcome, draft.chosen) }
        : { hidden: new Set(ids), shown: new Map(draft.chosen.map((id) => [id, t('label.here')])), ...take(ids) };
    case 'place':
      return settled
        ? {
            hidden: NONE,
            shown: corrections(card, draft.pairs, marks),
            verdicts: verdictsOf(outcome, Object.keys(draft.pairs)),
          }
        : { hidden: new Set(asked), shown: placed(card, draft.pairs), ...waiting(draft), ...take(asked) };
    default:
      return {
        hidden: settled ? NONE : new Set(hidesAll ? ids : asked),
        ...(asked[0] !== undefined && { lit: asked[0] }),
      };
  }
}

const NONE: ReadonlySet<string> = new Set();

function verdictsOf(outcome: Outcome, given: readonly string[]): Map<string, MarkVerdict> {
  return new Map([...optionMarks(outcome, given)].flatMap(([id, mark]) => (mark ? [[id, mark]] : [])));
}

/** The mark that was taken first, and waits for its label. */
const waiting = ({ picked }: Pick<AnswerDraft, 'picked'>): Pick<Asking, 'lit'> =>
  picked?.side === 'left' ? { lit: picked.id } : {};

type Pairs = AnswerDraft['pairs'];

function placed({ options = [] }: CardView, pairs: Pairs): Map<string, string> {
  return new Map(
    Object.entries(pairs).flatMap(([markId, labelId]) => {
      const label = options.find(({ id }) => id === labelId);
      return label ? [[markId, pick(label.text)]] : [];
    }),
  );
}

/** Where another label stood: the name, and what was put there. */
function corrections(card: CardView, pairs: Pairs, marks: readonly Named[]): Map<string, string> {
  return new Map(
    [...placed(card, pairs)].flatMap(([markId, given]) => {
      const mark = marks.find(({ id }) => id === markId);
      const name = mark && pick(mark.name);
      return name === undefined || name === given ? [] : [[markId, t('label.instead', name, given)]];
    }),
  );
}
