import { judgeDate, showDate } from '../grading/date-answer.ts';
import { findById } from '../grading/response-shape.ts';
import { judgeNumber, showNumber } from '../grading/number-answer.ts';
import { showText } from '../grading/text-answer.ts';
import { wordings } from '../grading/wording.ts';
import type { CardId } from '../ids.ts';
import type {
  Accepted,
  Bilingual,
  Blank,
  ChoiceQuestion,
  LabelQuestion,
  Question,
  TypedNameQuestion,
} from '../question.ts';

/** A card and what it asks. */
export interface AskedCard {
  readonly cardId: CardId;
  readonly question: Question;
}

/** Something that questions ask for or offer: a name, a number, a date. Two ways to say the same are one idea. */
export interface Idea {
  readonly text: Bilingual;
  /** What could be written in its place: a text for a text, a number of the same unit, a date of the same precision. */
  readonly sort: string;
  /** Cards whose answer it is, in teaching order. */
  readonly cards: readonly CardId[];
}

interface Known extends Idea {
  readonly cards: CardId[];
  /** Of a number or date: is it what was written? */
  readonly isSaidBy?: (typed: string) => boolean;
}
type Asked = Blank | TypedNameQuestion | Extract<Question, { kind: 'typed' | 'number' | 'date' }>;

/** The ideas of a course, found by what the learner gave. */
export class Ideas {
  readonly #bySort = new Map<string, Known[]>();
  /** By sort and wording, or value. */
  readonly #byName = new Map<string, Known>();
  /** Of what was looked up: the same option comes up in many answers, and reading a text is slow. */
  readonly #byText = new Map<Bilingual, Known>();
  readonly #byQuestion = new Map<Asked, Known>();

  constructor(cards: readonly AskedCard[]) {
    for (const { cardId, question } of cards)
      for (const { cards: known } of this.#answersOf(question)) if (!known.includes(cardId)) known.push(cardId);
  }

  /** The idea of a text that stands in a question: an option, a side of a pair. */
  text(text: Bilingual): Idea {
    return this.#text(text);
  }

  /** What a question or gap that is answered in writing asks for. */
  asked(question: Asked): Idea {
    return this.#asked(question);
  }

  /** The idea a learner wrote where `expected` was asked for; null where it is none of the course. */
  written(typed: string, { sort }: Idea): Idea | null {
    if (sort !== TEXT) return this.#bySort.get(sort)?.find(({ isSaidBy }) => isSaidBy?.(typed)) ?? null;
    const found = wordings(typed, 'ignore').map((wording) => this.#byName.get(nameOf(TEXT, wording)));
    return found.find((idea) => idea !== undefined) ?? null;
  }

  /** The ideas that could have been written in the place of one. */
  insteadOf(expected: Idea): readonly Idea[] {
    return (this.#bySort.get(expected.sort) ?? []).filter((idea) => idea !== expected);
  }

  #text(text: Bilingual): Known {
    const idea = this.#byText.get(text) ?? this.#accepted({ th: [text.th], en: [text.en] });
    this.#byText.set(text, idea);
    return idea;
  }

  #asked(question: Asked): Known {
    const idea = this.#byQuestion.get(question) ?? this.#read(question);
    this.#byQuestion.set(question, idea);
    return idea;
  }

  #read(question: Asked): Known {
    if ('kind' in question) {
      if ('accept' in question) return this.#accepted(question.accept);
      return question.kind === 'date' ? this.#date(question.answer) : this.#number(question);
    }
    if (question.as === 'text') return this.#accepted(question.accept);
    return question.as === 'number'
      ? this.#number({ answer: question.answer, tolerance: 0 })
      : this.#date(String(question.answer));
  }

  #accepted(accept: Accepted): Known {
    const wording = [...accept.en, ...accept.th].flatMap((entry) => wordings(entry, 'ignore'));
    return this.#known(TEXT, wording, { text: showText(accept) });
  }

  #number({ answer, tolerance, unit }: { answer: number; tolerance: number; unit?: Bilingual }): Known {
    const asked = { answer, tolerance, ...(unit && { unit }) };
    return this.#known(`number of ${unit?.en ?? 'things'}`, [String(answer)], {
      text: showNumber(answer, unit),
      isSaidBy: (typed) => judgeNumber(typed, asked).verdict === 'right',
    });
  }

  #date(answer: string): Known {
    return this.#known(`date of ${answer.split('-').length} parts`, [answer], {
      text: showDate(answer),
      isSaidBy: (typed) => judgeDate(typed, answer).verdict === 'right',
    });
  }

  #known(sort: string, wording: readonly string[], made: Pick<Known, 'text' | 'isSaidBy'>): Known {
    const names = wording.map((one) => nameOf(sort, one));
    let idea = names.map((name) => this.#byName.get(name)).find((known) => known !== undefined);
    if (!idea) {
      idea = { ...made, sort, cards: [] };
      this.#bySort.set(sort, [...(this.#bySort.get(sort) ?? []), idea]);
    }
    for (const name of names) if (!this.#byName.has(name)) this.#byName.set(name, idea);
    return idea;
  }

  #answersOf(question: Question): Known[] {
    switch (question.kind) {
      case 'card':
        return [this.#text(question.back)];
      case 'typed':
      case 'number':
      case 'date':
        return [this.#asked(question)];
      case 'cloze':
        return question.blanks.map((blank) => this.#asked(blank));
      case 'choice':
        return this.#rightOptions(question);
      case 'label':
        return this.#answersOnPicture(question);
      case 'choices':
      case 'match':
      case 'order':
        // They hold several answers at once: none of them is what the card is about.
        return [];
    }
  }

  #answersOnPicture(question: LabelQuestion): Known[] {
    if (question.task === 'place') return [];
    if (question.task === 'find') return [this.#text(findById(question.marks, question.answer).text)];
    return 'accept' in question ? [this.#asked(question)] : this.#rightOptions(question);
  }

  #rightOptions({ options, answer }: Pick<ChoiceQuestion, 'options' | 'answer'>): Known[] {
    return options.filter(({ id }) => answer.includes(id)).map(({ text }) => this.#text(text));
  }
}

const TEXT = 'text';
const nameOf = (sort: string, wording: string): string => `${sort}: ${wording}`;
