import { examName } from './exam-words.ts';
import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';
import { shortDate } from '../../i18n/formats.ts';

export type ExamResultShape = Output<'exam.result'>;
export type QuestionResult = ExamResultShape['questions'][number];

/** The result of an exam that is over. */
export class ExamOutcome {
  readonly result: Loaded<ExamResultShape>;
  readonly counting = new Task();
  readonly saving = new Task();
  /** A PDF was saved. */
  saved = $state(false);
  readonly #call: Client;
  showAll = $state(false);
  readonly missed: readonly QuestionResult[] = $derived.by(
    () => this.result.value?.questions.filter(({ verdict }) => verdict !== 'right') ?? [],
  );
  readonly shown: readonly QuestionResult[] = $derived.by(() =>
    this.showAll ? (this.result.value?.questions ?? []) : this.missed,
  );

  constructor(call: Client, examId: string) {
    this.#call = call;
    this.result = new Loaded(() => call('exam.result', { examId }));
  }

  readonly savePdf = (): Promise<void> =>
    this.saving.run(async () => {
      const exam = this.result.value?.exam;
      if (!exam) return;
      this.saved = false;
      const name = `${examName(exam)} ${shortDate(exam.startedAt)}`;
      this.saved = (await this.#call('app.savePdf', { name })).saved;
    });

  /** The answers are to count as reviews, and its time was up while nobody was there to hand it in. */
  get uncounted(): boolean {
    const exam = this.result.value?.exam;
    return exam?.state === 'over' && exam.countsAsReviews;
  }
}
