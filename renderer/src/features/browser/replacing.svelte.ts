import type { Client } from '../../../../core/api/client.ts';
import type { Output, Sent } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { Task } from '../../app/task.svelte.ts';
import type { Chosen } from './chosen-cards.svelte.ts';
import { partCalled } from './part-words.ts';

type Replacement = Sent<'card.replacements'>['replacement'];
export type Replacements = Output<'card.replacements'>;

/** Changes that are shown before they are made. */
const SHOWN = 50;

/** Find and replace in the fields of notes and the texts of questions: what it would change is looked at before it is done. */
export class Replacing {
  find = $state('');
  replace = $state('');
  isRegex = $state(false);
  isCaseSensitive = $state(false);
  field = $state('');
  /** What would come of it as it is entered now; null while that is not known. */
  preview = $state.raw<Replacements | null>(null);
  readonly wanted = $derived<Replacement>({
    find: this.find,
    replace: this.replace,
    isRegex: this.isRegex,
    isCaseSensitive: this.isCaseSensitive,
    ...placeNamed(this.field.trim()),
  });
  readonly #call: Client;
  readonly #of: Chosen;
  readonly #task = new Task();

  constructor(call: Client, of: Chosen) {
    this.#call = call;
    this.#of = of;
  }

  get busy(): boolean {
    return this.#task.running;
  }
  get error(): ErrorCode | null {
    return this.#task.error;
  }

  /** Looks at what would be changed. Of all that is entered meanwhile only the last counts. */
  readonly look = async (): Promise<void> => {
    const replacement = this.wanted;
    this.preview = null;
    if (replacement.find === '') return;
    const found = await this.#task.runNext(() =>
      this.#call('card.replacements', { of: this.#of, replacement, offset: 0, limit: SHOWN }),
    );
    if (found && replacement === this.wanted) this.preview = found;
  };
}

/** A name may be that of a field and, in the language of the interface, that of a part of questions. */
function placeNamed(field: string): Pick<Replacement, 'field' | 'part'> {
  const part = partCalled(field);
  return { ...(field !== '' && { field }), ...(part && { part }) };
}

/** Two texts in what is the same before and behind, and what is not. */
export function changedPart(before: string, after: string): { start: string; was: string; is: string; end: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  // Thai marks and the halves of a pair belong to the letter before them.
  while (start > 0 && /[\p{M}\uDC00-\uDFFF]/u.test((before[start] ?? '') + (after[start] ?? ''))) start -= 1;
  return {
    start: before.slice(0, start),
    was: before.slice(start, before.length - end),
    is: after.slice(start, after.length - end),
    end: end > 0 ? before.slice(-end) : '',
  };
}
