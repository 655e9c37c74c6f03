import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { HighlightColour } from '../../../../core/domain/highlight-colours.ts';
import { codeOf } from '../../app/failure.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';
import type { ShownMark } from './section-lines.ts';
import type { TextPlace } from './text-places.ts';

export type Highlight = Output<'highlight.list'>['highlights'][number];

interface Owner {
  readonly call: Client;
  readonly courseId: string;
  readonly lessonId: string;
  /** The session of the reading: what is done in it can be taken back there. */
  readonly session: () => Promise<string>;
  /** The session is not there any more: the next one is another. */
  readonly sessionEnded: () => void;
}

/** What the learner marked in a lesson. */
export class LessonMarks {
  readonly list: Loaded<readonly Highlight[]>;
  readonly task = new Task();
  /** What was done last, to be said. */
  said = $state.raw<'marked' | 'kept' | 'removed' | null>(null);
  /** That of the last mark. */
  colour = $state.raw<HighlightColour>('amber');
  readonly #owner: Owner;
  #last: Promise<unknown> = Promise.resolve();

  constructor(owner: Owner) {
    this.#owner = owner;
    const { call, courseId, lessonId } = owner;
    this.list = new Loaded(async () => (await call('highlight.list', { courseId, lessonId })).highlights);
  }

  /** Those of a section as it is shown, in the order in which they were made. */
  of(sectionId: string, language: 'th' | 'en'): ShownMark[] {
    return (this.list.value ?? [])
      .filter((one) => one.place?.sectionId === sectionId && one.language === language)
      .sort((a, b) => a.createdAt - b.createdAt)
      .flatMap(({ id, place, colour, quote, note }) =>
        place ? [{ id, from: place.from, to: place.to, colour, quote, note }] : [],
      );
  }

  readonly find = (id: string): Highlight | undefined => this.list.value?.find((one) => one.id === id);

  /** @param text of the whole section in the language @returns whether it is marked */
  readonly add = (
    sectionId: string,
    { language, range: [from, to] }: TextPlace,
    text: string,
    { colour = this.colour, note = '' }: { colour?: HighlightColour; note?: string } = {},
  ): Promise<boolean> => {
    const { courseId, lessonId } = this.#owner;
    this.colour = colour;
    return this.#change(note === '' ? 'marked' : 'kept', async (call, sessionId) => {
      const quote = text.slice(from, to);
      const said = note === '' ? {} : { note };
      const at = { courseId, lessonId, sectionId, language, place: from };
      await call('highlight.add', { ...at, quote, colour, ...said, sessionId });
    });
  };

  readonly set = (id: string, set: { colour?: HighlightColour; note?: string }): Promise<boolean> => {
    if (set.colour) this.colour = set.colour;
    return this.#change('kept', (call, sessionId) => call('highlight.set', { id, ...set, sessionId }));
  };

  readonly remove = (id: string): Promise<boolean> =>
    this.#change('removed', (call, sessionId) => call('highlight.remove', { id, sessionId }));

  /** One behind the other: nothing that was written is passed over because something else is being kept. */
  #change(
    said: NonNullable<LessonMarks['said']>,
    work: (call: Client, sessionId: string) => Promise<unknown>,
  ): Promise<boolean> {
    const { call, session, sessionEnded } = this.#owner;
    const going = this.#last.then(() =>
      this.task.run(async () => {
        try {
          await work(call, await session());
        } catch (error) {
          if (codeOf(error) !== 'session-ended') throw error;
          sessionEnded();
          await work(call, await session());
        }
        await this.list.load();
        this.said = said;
        return true;
      }),
    );
    this.#last = going;
    return going.then((done) => done ?? false);
  }
}
