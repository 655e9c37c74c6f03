import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { DraftKeeping } from '../../app/draft-keeping.ts';
import { Task } from '../../app/task.svelte.ts';
import { changesOf, LANGUAGES, noText, type SectionForm, type Text, type WrittenForm } from './lesson-changes.ts';

type Language = 'th' | 'en';
export interface LessonDraft {
  readonly id: string;
  readonly at: number;
  readonly form: WrittenForm;
}
type Written = Output<'lesson.written'>;

const copyOf = (form: WrittenForm): WrittenForm => JSON.parse(JSON.stringify(form)) as WrittenForm;

/** Writing a lesson: its sections as they are written, its draft, and its saving. */
export class LessonWriting {
  title = $state<Text>(noText());
  sections = $state<SectionForm[]>([]);
  languages = $state.raw<readonly Language[]>(['th']);
  language = $state<Language>('th');
  questions = $state.raw<Written['questions']>([]);
  courseTitle = $state.raw<Text>(noText());
  drafts = $state.raw<readonly LessonDraft[]>([]);
  keptAt = $state.raw<number | null>(null);
  isThere = $state(false);
  readonly loading = new Task();
  readonly saving = new Task();
  #saved: WrittenForm = { title: noText(), sections: [] };
  readonly #keeping: DraftKeeping<WrittenForm>;

  constructor(
    private readonly call: Client,
    now: () => number,
    private readonly place: { readonly courseId: string; readonly lessonId: string },
  ) {
    const id = `lesson-${place.courseId}/${place.lessonId}`.slice(0, 200);
    this.#keeping = new DraftKeeping({ call, now, id, onkept: (at) => (this.keptAt = at) });
  }

  /** @param language that is written first, where the course has it */
  readonly load = (language: Language): Promise<void | undefined> =>
    this.loading.run(async () => {
      const written = await this.call('lesson.written', this.place);
      this.questions = written.questions;
      if (this.isThere) return;
      this.languages = written.course.languages;
      this.language = this.languages.includes(language) ? language : this.languages[0]!;
      this.courseTitle = written.course.title;
      this.#saved = copyOf({ title: written.title, sections: written.sections });
      this.#take(this.#saved);
      this.drafts = await this.#kept();
      this.isThere = true;
    });

  readonly written = (): WrittenForm => copyOf({ title: this.title, sections: this.sections });

  /** Something was written, or may have been. */
  readonly changed = (): void => {
    if (this.isThere && this.isChanged) this.#keeping.changed(this.written());
  };
  get isChanged(): boolean {
    return changesOf(this.#saved, this.written()) !== null;
  }
  /** It is left: what is written stays as a draft. */
  readonly leave = (): Promise<void> => this.#keeping.flush();

  readonly takeDraft = ({ form }: LessonDraft): void => {
    this.#take(form);
    this.drafts = [];
  };
  readonly dropDraft = async (): Promise<void> => {
    this.drafts = [];
    await this.#keeping.drop();
  };

  /** A new section behind one. @returns its id */
  readonly add = (after: number): string => {
    const id = `s-${crypto.randomUUID().slice(0, 18)}`;
    this.sections.splice(after + 1, 0, { id, heading: noText(), text: noText() });
    return id;
  };
  readonly remove = (at: number): void => void this.sections.splice(at, 1);
  /** @param by -1 or 1 */
  readonly move = (at: number, by: number): void => {
    const to = at + by;
    if (to < 0 || to >= this.sections.length) return;
    const [moved] = this.sections.splice(at, 1);
    this.sections.splice(to, 0, moved!);
  };

  /** @returns whether it is saved; false where it could not be, which is said then */
  readonly save = async (): Promise<boolean> => {
    const done = await this.saving.run(async () => {
      const form = this.written();
      const change = changesOf(this.#saved, form);
      if (change !== null) await this.call('lesson.set', { ...this.place, ...change });
      this.#saved = form;
      await this.#keeping.drop();
      return true;
    });
    return done ?? false;
  };

  #take(form: WrittenForm): void {
    const { title, sections } = copyOf(form);
    this.title = title;
    this.sections = sections as SectionForm[];
  }

  /** Of this lesson, where it can be read and says something else. */
  async #kept(): Promise<LessonDraft[]> {
    const { drafts } = await this.call('draft.list', {});
    return drafts.flatMap(({ id, at, text }) => {
      const form = id === this.#keeping.id ? formOf(text) : null;
      return form && changesOf(this.#saved, form) ? [{ id, at, form }] : [];
    });
  }
}

function formOf(text: string): WrittenForm | null {
  try {
    const { title, sections } = JSON.parse(text) as Partial<WrittenForm>;
    const isText = (value: Text | undefined) => LANGUAGES.every((language) => typeof value?.[language] === 'string');
    const areSections = sections?.every(({ id, heading, text: body }) => id && isText(heading) && isText(body));
    return title && isText(title) && sections && sections.length > 0 && areSections ? { title, sections } : null;
  } catch {
    return null;
  }
}
