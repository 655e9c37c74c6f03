import { asPattern } from './as-pattern.ts';
import type { Accepted, Bilingual, LabelQuestion, Question } from '../../domain/question.ts';
import { contentWords } from './content-words.ts';
import { figuresIn, type Figures } from './figures-in.ts';

/** A text that is read for what stands in it, more than once. */
export interface ReadText {
  readonly text: Bilingual;
  readonly words: ReadonlySet<string>;
  readonly figures: Readonly<Record<'th' | 'en', Figures>>;
}

export function readText(text: Bilingual): ReadText {
  return { text, words: contentWords(text.en), figures: { th: figuresIn(text.th), en: figuresIn(text.en) } };
}

/** What a question asks for, as it can be found in another text. */
export interface Wanted {
  /** As it is told in a message. */
  readonly name: string;
  /** How sure its standing somewhere gives it away: a day is one event's, a small number stands everywhere. */
  readonly sort: 'day' | 'date' | 'number' | 'small-number' | 'name' | 'statement';
  standsIn(read: ReadText): boolean;
}

/** Share of the words of a right option that, standing in one sentence elsewhere, say it. */
const SAID = 0.75;
const SMALL = 12;

export function wantedOf(question: Question): Wanted[] {
  switch (question.kind) {
    case 'typed':
      return [name(question.accept)];
    case 'number':
      return [figure(question.answer)];
    case 'date':
      return [date(question.answer)];
    case 'cloze':
      return question.blanks.flatMap((blank) => {
        if (blank.as === 'number') return [figure(blank.answer)];
        return blank.as === 'text'
          ? /^\p{Lu}/u.test(blank.accept.en[0] ?? '')
            ? [name(blank.accept)]
            : []
          : [date(String(blank.answer))];
      });
    case 'choice':
      return question.options.filter(({ id }) => question.answer.includes(id)).flatMap(({ text }) => statement(text));
    case 'label':
      return nameOnPicture(question);
    default:
      return [];
  }
}

/** The one name that is asked for; where several are placed they stand in the question itself. */
function nameOnPicture(question: LabelQuestion): Wanted[] {
  if (question.task === 'place') return [];
  if ('accept' in question) return [name(question.accept)];
  const mark = question.task === 'find' ? question.marks.find(({ id }) => id === question.answer) : question.mark;
  return mark ? [name({ th: [mark.text.th], en: [mark.text.en] })] : [];
}

function figure(answer: number): Wanted {
  // "One" is said of anything.
  const holds = ({ numbers, words }: Figures) => answer > 1 && (numbers.has(answer) || words.has(answer));
  return {
    name: String(answer),
    sort: answer <= SMALL ? 'small-number' : 'number',
    standsIn: ({ figures: { th, en } }) => holds(en) && holds(th),
  };
}

function date(iso: string): Wanted {
  const precision = iso.split('-').length;
  const holds = ({ days, months, years }: Figures) =>
    (precision === 3 ? days : precision === 2 ? months : years).has(iso);
  return {
    name: iso,
    sort: precision === 3 ? 'day' : 'date',
    standsIn: ({ figures: { th, en } }) => holds(en) || holds(th),
  };
}

function name({ th, en }: Accepted): Wanted {
  // The shortest forms are parts of other words and names.
  const thai = shortestForms(th.filter((form) => form.length >= 5));
  const english = shortestForms(en.filter((form) => form.length >= 3)).map(asPattern);
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${english.join('|')})(?![\\p{L}\\d])`, 'iu');
  return {
    name: en[0] ?? '',
    sort: 'name',
    standsIn: ({ text }) =>
      (english.length > 0 && pattern.test(text.en)) || thai.some((form) => text.th.includes(form)),
  };
}

/** Without the forms that hold another one: where the long one stands the short one does. */
const shortestForms = (forms: readonly string[]): string[] =>
  forms.filter((form) => !forms.some((other) => other !== form && form.includes(other)));

function statement({ en }: Bilingual): Wanted[] {
  const words = [...contentWords(en)];
  if (words.length < 2) return [];
  const least = words.length < 4 ? 1 : SAID;
  const standsIn = ({ words: there }: ReadText) =>
    words.filter((word) => there.has(word)).length / words.length >= least;
  return [{ name: en, sort: 'statement', standsIn }];
}
