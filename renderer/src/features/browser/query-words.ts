import { QUESTION_KINDS } from '../../../../core/domain/question.ts';
import { CARD_PROPERTIES, CARD_STATES } from '../../../../core/domain/query/query.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { Completion } from './completions.ts';

const isOneOf = <W extends string>(words: readonly W[], word: string): word is W => words.some((each) => each === word);

/** What a completion stands for, in a few words; empty where it is a name of the learner's own. */
export function completionWords({ of: { filter, value } }: Completion): string {
  if (value === null) return t(`browse.filter.${filter}`);
  if (filter === 'is' && isOneOf(CARD_STATES, value)) return t(`browse.state.${value}`);
  if (filter === 'kind' && isOneOf(QUESTION_KINDS, value)) return t(`question.${value}`);
  if (filter === 'prop' && isOneOf(CARD_PROPERTIES, value)) return t(`browse.prop.${value}`);
  if (filter === 'flag') return t(`flag.${value}` as 'flag.0');
  return '';
}
