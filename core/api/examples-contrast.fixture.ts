import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';

const text = { th: 'องค์การ', en: 'organization' };

/** What the learner mixes up, as whole as it can be. */
export const CONTRAST_EXAMPLES: { readonly [M in 'contrast.list']: readonly [Sent<M>, Output<M>] } = {
  'contrast.list': [
    { courseId: 'csto' },
    {
      pairs: [
        {
          sides: [
            { text, cards: [parseCardId('csto/gl-name')] },
            { text: { th: 'สนธิสัญญา', en: 'treaty' }, cards: [] },
          ],
          evidence: [
            {
              ...{ ref: 'abcdef:12', at: 1_700_000_000_000, cardId: parseCardId('csto/gl-name'), prompt: text },
              ...{ expected: text, given: { th: 'สนธิสัญญา', en: 'treaty' } },
            },
          ],
          chance: 0.0004,
        },
      ],
      named: [
        [
          { cardId: parseCardId('csto/fx-crdf'), prompt: text },
          { cardId: parseCardId('csto/fx-crrf'), prompt: text },
        ],
      ],
    },
  ],
};
