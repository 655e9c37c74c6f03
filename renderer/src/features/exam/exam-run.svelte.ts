import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { codeOf } from '../../app/failure.ts';
import { ExamItem } from './exam-item.svelte.ts';
import { ExamTimer } from './exam-timer.svelte.ts';
import { partName } from './exam-words.ts';

export type ExamShape = Output<'exam.get'>['exam'];
export interface ExamPart {
  readonly name: string;
  readonly items: readonly ExamItem[];
}
/** What is typed is sent when the hand rests so long, ms. */
const REST_MS = 500;

/** One exam while it is looked at or sat. Holds no verdict: the host has none before the end. */
export class ExamRun {
  exam = $state.raw<ExamShape | null>(null);
  parts = $state.raw<readonly ExamPart[]>([]);
  /** The question on show, from 0. */
  at = $state(0);
  error = $state.raw<ErrorCode | null>(null);
  sending = $state(false);
  readonly items = $derived(this.parts.flatMap(({ items }) => items));
  readonly item = $derived(this.items[this.at]);
  readonly open = $derived.by(() => this.items.filter(({ answered }) => !answered).length);
  readonly marked = $derived.by(() => this.items.filter(({ marked }) => marked).length);
  readonly timer: ExamTimer;
  readonly #call: Client;
  readonly #examId: string;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(call: Client, examId: string) {
    this.#call = call;
    this.#examId = examId;
    this.timer = new ExamTimer(() => void this.end());
  }

  readonly load = async (): Promise<void> => {
    try {
      const { exam, parts } = await this.#call('exam.get', { examId: this.#examId });
      this.exam = exam;
      this.timer.sync(exam.leftMs);
      this.error = null;
      // What was entered and could not be sent stays; it is sent now.
      if (this.parts.length > 0) return void (exam.state === 'running' && this.flush());
      let number = 0;
      const onenter = () => this.next();
      this.parts = parts.map(({ questions, ...part }) => {
        const name = partName(part);
        return { name, items: questions.map((one) => new ExamItem(one, { number: ++number, part: name, onenter })) };
      });
      this.at = Math.max(
        0,
        this.items.findIndex(({ answered }) => !answered),
      );
    } catch (error) {
      this.error = codeOf(error);
    }
  };

  readonly go = (at: number): void => {
    void this.flush();
    this.at = Math.max(0, Math.min(this.items.length - 1, at));
  };
  readonly next = (): void => this.go(this.at + 1);
  readonly previous = (): void => this.go(this.at - 1);
  readonly firstOpen = (): void => this.go(this.items.findIndex(({ answered }) => !answered));

  /** Something was entered. @param typed it may go on: the hand must rest first */
  readonly changed = (typed: boolean): void => {
    clearTimeout(this.#rest);
    if (typed) this.#rest = setTimeout(() => void this.flush(), REST_MS);
    else void this.flush();
  };

  /** Sends what the host has not got yet, in order. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.#rest);
    this.#turn = this.#turn.then(() => this.#send());
    return this.#turn;
  };

  readonly mark = async (item: ExamItem): Promise<void> => {
    const marked = !item.marked;
    item.marked = marked;
    const { cardId } = item.card;
    await this.#try(async () => {
      this.timer.sync((await this.#call('exam.mark', { examId: this.#examId, cardId, marked })).leftMs);
    });
    if (this.error) item.marked = !marked;
  };

  /** Hands it in, as it stands. */
  readonly end = async (): Promise<void> => {
    await this.flush();
    await this.#try(async () => void (await this.#call('exam.end', { examId: this.#examId })));
    await this.load();
  };

  async #send(): Promise<void> {
    this.sending = true;
    for (const item of this.items.filter(({ unsaved }) => unsaved)) {
      const response = item.given;
      const { elapsedMs, card } = item;
      const answer = { examId: this.#examId, cardId: card.cardId, elapsedMs };
      await this.#try(async () => {
        const sent = response === null ? answer : { ...answer, response: response as never };
        this.timer.sync((await this.#call('exam.answer', sent)).leftMs);
        item.acknowledged(response);
      });
      if (this.error) break;
    }
    this.sending = false;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.error = null;
    } catch (error) {
      this.error = codeOf(error);
      // Its time was up by the host's clock: what came too late is not kept.
      if (this.error === 'exam-over') await this.#settle();
    }
  }

  async #settle(): Promise<void> {
    const { exam } = await this.#call('exam.get', { examId: this.#examId });
    this.exam = exam;
  }
}
