import type { Client } from '../../../../core/api/client.ts';
import type { Output, Sent } from '../../../../core/api/contract.ts';
import { codeOf } from '../../app/failure.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';

type Start = Sent<'exam.start'>;
type Blueprint = Start['blueprint'];
export type TemplateId = Start['template'];
export type ExamPlan = Output<'exam.plan'>;

/** An exam that is being made up. It outlives its view, so that a look elsewhere loses nothing. */
export class ExamSetup {
  readonly #call: Client;
  courseId = $state<string | null>(null);
  template = $state<TemplateId>('course');
  blueprint = $state.raw<Blueprint | null>(null);
  countsAsReviews = $state(false);
  plan = $state.raw<ExamPlan | null>(null);
  planError = $state.raw<ErrorCode | null>(null);
  readonly starting = new Task();
  readonly templates: Loaded<Output<'exam.templates'>>;
  readonly past: Loaded<Output<'exam.list'>>;
  readonly running: Loaded<Output<'exam.running'>>;
  #turn = 0;

  constructor({ call }: { readonly call: Client }) {
    this.#call = call;
    this.templates = new Loaded(() => call('exam.templates', { courseId: this.courseId ?? '' }));
    this.past = new Loaded(() => call('exam.list', { courseId: this.courseId ?? '' }));
    this.running = new Loaded(() => call('exam.running', {}));
  }

  /** Reads what there is of a course; what was made up for it before stays. */
  readonly open = async (courseId: string): Promise<void> => {
    const isOther = this.courseId !== courseId;
    this.courseId = courseId;
    await Promise.all([this.running.load(), this.past.load(), this.templates.load()]);
    if (isOther || this.blueprint === null) this.choose(isOther ? 'course' : this.template);
    else await this.#replan();
  };

  readonly choose = (template: TemplateId): void => {
    const found = this.templates.value?.templates.find(({ id }) => id === template);
    if (!found) return;
    this.template = template;
    this.change(found.blueprint);
  };

  readonly change = (change: Partial<Blueprint>): void => {
    const blueprint = this.blueprint ?? this.templates.value?.templates[0]?.blueprint;
    if (!blueprint) return;
    this.blueprint = { ...blueprint, ...change };
    void this.#replan();
  };

  readonly weigh = (part: number, weight: number): void =>
    this.change({ parts: (this.blueprint?.parts ?? []).map((one, at) => (at === part ? { ...one, weight } : one)) });

  /** @returns the exam that was begun; undefined where that failed */
  readonly start = (): Promise<string | undefined> =>
    this.starting.run(async () => {
      const { courseId, template, blueprint, countsAsReviews } = this;
      if (courseId === null || blueprint === null) throw new Error('nothing to start');
      return (await this.#call('exam.start', { courseId, template, blueprint, countsAsReviews })).examId;
    });

  async #replan(): Promise<void> {
    const turn = ++this.#turn;
    const { courseId, blueprint } = this;
    if (courseId === null || blueprint === null) return;
    try {
      const plan = await this.#call('exam.plan', { courseId, blueprint });
      if (turn !== this.#turn) return;
      this.plan = plan;
      this.planError = null;
    } catch (error) {
      if (turn === this.#turn) this.planError = codeOf(error);
    }
  }
}
