import type { Output, Sent } from '../../../../core/api/contract.ts';
import { questionProblems } from '../../../../core/domain/note/question-problems.ts';
import { writingHints, type WritingHint } from '../../../../core/domain/note/writing-hints.ts';
import type { Question } from '../../../../core/domain/question.ts';
import {
  emptyQuestion,
  formOfQuestion,
  type Language,
  type QuestionDraft,
  type QuestionForm,
} from './question-form.ts';
import { questionOf } from './written-question.ts';

export type NoteContent = Sent<'note.add'>['content'];
export type NoteTypeItem = Output<'notetype.list'>['types'][number];
export type NoteProblem = Output<'note.preview'>['problems'][number];
export type GivenNote = Output<'note.get'>;
export type FieldItem = NoteTypeItem['fields'][number];

/** What is made: a question of a kind, or a note of a type. */
export type Making =
  | { readonly kind: 'question'; readonly of: QuestionDraft['kind'] }
  | { readonly kind: 'fields'; readonly typeId: string };

/** A section of a lesson. */
export type Stand = NonNullable<GivenNote['stand']>;

/** All that is written of a note, plain: a draft is this as JSON. */
export interface WrittenNote {
  readonly deckId: string;
  readonly newDeck: string | null;
  /** In a course of the learner's own: the place in it. Absent in older drafts. */
  readonly stand?: Stand | null;
  readonly making: Making;
  readonly languages: readonly Language[];
  readonly form: QuestionForm;
  /** By their place in the note type. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
}

/** What of a form is no text of the learner's. */
const NO_WORDS: ReadonlySet<string> = new Set(['id', 'as', 'covers', 'task', 'asked']);
/** Where a question stands that is only written yet. */
const NOWHERE = { id: 'written', lessonId: '', sectionId: '', inline: false };

/** A note while it is written: what its form shows, and what the host would be sent. */
export class NoteWriting {
  deckId = $state('');
  /** Name of a deck that is made with the note; null where one is chosen. */
  newDeck = $state.raw<string | null>(null);
  /** In a course: the section it stands in; null where none was chosen, or in a deck. */
  stand = $state.raw<Stand | null>(null);
  making = $state.raw<Making>({ kind: 'question', of: 'card' });
  languages = $state.raw<readonly Language[]>(['th']);
  form = $state<QuestionForm>(emptyQuestion());
  fields = $state<string[]>([]);
  tags = $state.raw<readonly string[]>([]);
  /** What the host says of fields; of a question it is known here. */
  fieldProblems = $state.raw<readonly NoteProblem[]>([]);
  /** The learner wanted to save what can not be asked: from then on it says what is missing. */
  showsProblems = $state(false);

  readonly question = $derived.by((): Question | null =>
    this.making.kind === 'question'
      ? ({ ...NOWHERE, ...questionOf(this.form, this.making.of, this.languages) } as Question)
      : null,
  );
  readonly problems = $derived.by((): readonly NoteProblem[] =>
    this.question ? questionProblems(this.question, this.languages) : this.fieldProblems,
  );
  readonly hints = $derived.by((): readonly WritingHint[] =>
    this.question && !this.isEmpty ? writingHints(this.question, this.languages) : [],
  );
  #saved = $state.raw('');

  constructor() {
    this.#saved = this.text;
  }

  /** As it would be sent. */
  get content(): NoteContent {
    const { making } = this;
    if (making.kind === 'question')
      return {
        kind: 'question',
        languages: [...this.languages],
        question: questionOf($state.snapshot(this.form) as QuestionForm, making.of, this.languages),
      };
    return { kind: 'fields', typeId: making.typeId, fields: Array.from(this.fields, (text) => text ?? '') };
  }

  /** All of it, to be compared. */
  get text(): string {
    return JSON.stringify(this.written());
  }

  /** Nothing of it is written. */
  get isEmpty(): boolean {
    return !/[^\s]/.test(this.#said());
  }

  /** Something is written that was not there when it was opened, or saved last. */
  get isChanged(): boolean {
    return this.text !== this.#saved;
  }

  /** What a problem, if it is one of these, is about; null as long as nobody asked. */
  readonly firstOf = (...codes: readonly NoteProblem[]): NoteProblem | null =>
    this.showsProblems ? (this.problems.find((problem) => codes.includes(problem)) ?? null) : null;

  readonly written = (): WrittenNote => ({
    ...{ deckId: this.deckId, newDeck: this.newDeck, making: this.making, languages: this.languages },
    stand: this.stand,
    form: $state.snapshot(this.form) as QuestionForm,
    fields: Array.from(this.fields, (text) => text ?? ''),
    tags: this.tags,
  });

  /** Goes on with a draft. @param isKept it counts as saved */
  readonly take = (note: WrittenNote): void => {
    ({ deckId: this.deckId, newDeck: this.newDeck, making: this.making, languages: this.languages } = note);
    this.stand = note.stand ?? null;
    this.form = { ...emptyQuestion(), ...note.form };
    this.fields = [...note.fields];
    this.tags = note.tags;
    this.showsProblems = false;
  };

  /** A note that is to be changed. */
  readonly open = ({ deck, stand, typeId, fields, question, tags }: GivenNote): void => {
    const length = Math.max(0, ...fields.map(({ place }) => place + 1));
    this.deckId = deck?.id ?? '';
    this.newDeck = null;
    this.stand = stand;
    this.fields = Array.from({ length }, (_, at) => fields.find(({ place }) => place === at)?.text ?? '');
    this.tags = tags;
    if (question) {
      this.making = { kind: 'question', of: question.question.kind };
      this.languages = question.languages;
      this.form = formOfQuestion(question.question, question.languages);
    } else this.making = { kind: 'fields', typeId: typeId ?? '' };
    this.settle();
  };

  /** What is written is saved. @param text as it was sent: who wrote on meanwhile has not saved that */
  readonly settle = (text = this.text): void => {
    this.#saved = text;
    this.showsProblems = false;
  };

  /** Another one like it: deck, kind, languages and tags stay. */
  readonly clear = (): void => {
    this.form = emptyQuestion();
    this.fields = this.fields.map(() => '');
    this.fieldProblems = [];
    this.settle();
  };

  #said(): string {
    if (this.making.kind === 'fields') return this.fields.join('');
    const { kept: _, level: __, ...said } = this.form;
    const texts: string[] = [];
    JSON.stringify(said, (key, value: unknown) => {
      if (typeof value === 'string' && !NO_WORDS.has(key)) texts.push(value);
      return value;
    });
    return texts.join('');
  }
}
