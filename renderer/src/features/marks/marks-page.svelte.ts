import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { contains, typedQuery } from '../../../../core/domain/text/needle.ts';
import { searchForm } from '../../../../core/domain/text/search-form.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';

export type Mark = Output<'highlight.list'>['highlights'][number];
/** Marks of one lesson. */
export interface MarkGroup {
  readonly key: string;
  readonly lesson: Mark['lesson'];
  readonly marks: readonly Mark[];
}

/** Everything the learner marked, of a course or of all, and what of it is looked for. */
export class MarksPage {
  readonly list: Loaded<readonly Mark[]>;
  readonly task = new Task();
  query = $state('');
  readonly #call: Client;

  constructor(call: Client, courseId: string | null) {
    this.#call = call;
    const of = courseId === null ? {} : { courseId };
    this.list = new Loaded(async () => (await call('highlight.list', of)).highlights);
  }

  /** By lessons, in the order of the text. */
  readonly groups: readonly MarkGroup[] = $derived.by(() => {
    const found = matching(this.list.value ?? [], this.query);
    const groups: { key: string; lesson: Mark['lesson']; marks: Mark[] }[] = [];
    for (const mark of found) {
      const key = `${mark.courseId}/${mark.lessonId}`;
      const last = groups.at(-1);
      if (last?.key === key) last.marks.push(mark);
      else groups.push({ key, lesson: mark.lesson, marks: [mark] });
    }
    return groups;
  });

  /** @returns whether it was kept */
  readonly write = async (id: string, note: string): Promise<boolean> =>
    this.#change(() => this.#call('highlight.set', { id, note: note.trim() }));

  readonly remove = (id: string): Promise<boolean> => this.#change(() => this.#call('highlight.remove', { id }));

  async #change(work: () => Promise<unknown>): Promise<boolean> {
    const done = await this.task.run(async () => {
      await work();
      await this.list.load();
      return true;
    });
    return done ?? false;
  }
}

/** Those in whose words or note all that was typed stands. */
function matching(marks: readonly Mark[], typed: string): readonly Mark[] {
  const query = typedQuery(typed);
  if (query === null) return marks;
  return marks.filter(({ quote, note }) => {
    const forms = [searchForm(quote), searchForm(note)];
    return query.words.every((word) => forms.some((form) => contains(form, word)));
  });
}
