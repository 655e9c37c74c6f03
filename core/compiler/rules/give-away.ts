import type { Paragraph } from '../../domain/course.ts';
import type { Bilingual } from '../../domain/question.ts';
import type { Name } from '../schema-names.ts';
import type { Problems } from '../problems.ts';
import { writtenForms } from '../written-forms.ts';
import { readText, wantedOf, type ReadText, type Wanted } from './answer-stands.ts';
import type { Asked } from './asked.ts';
import { contentWords, weightIn } from './content-words.ts';
import { answerText, shownTexts, type Shown } from './shown-texts.ts';

/** One question that tells the answer of another. */
export interface GiveAway {
  readonly asked: Asked;
  readonly by: Asked;
  readonly answer: string;
  /** Share (0 to 1) of what the first is about that the second is about too. */
  readonly context: number;
}

/** Names that stand in most questions; only a text on the very same matter gives them away. */
const COMMON_KINDS: ReadonlySet<Name['kind']> = new Set(['state', 'organization', 'body']);
type Sort = Wanted['sort'] | 'person' | 'common-name';

/** From which context on an answer that stands there is given away, in the same lesson and elsewhere. */
const CONTEXT: Readonly<Record<Sort, readonly [same: number, elsewhere: number]>> = {
  day: [0, 0.2],
  date: [0.4, 0.6],
  number: [0.3, 0.5],
  'small-number': [0.55, 0.8],
  person: [0.1, 0.5],
  name: [0.3, 0.55],
  'common-name': [0.65, 0.85],
  statement: [0.4, 0.6],
};

/**
 * Answers that stand in what another question shows, though neither `reveals` the other. A text tells an answer when it is about
 * what the question asks; words count by how rare they are in the course's prompts.
 */
export function giveAways(
  questions: readonly Asked[],
  names: ReadonlyMap<string, Name>,
  paragraphs: readonly Paragraph[],
): GiveAway[] {
  const gists = new Map(paragraphs.map(({ id, gist }) => [id, gist]));
  const weight = weightIn(questions.map(({ question }) => question.prompt.en));
  const kinds = new Map([...names.values()].map((name) => [writtenForms(name, names, false).en[0], name.kind]));
  const texts = questions.map((asked) => ({ asked, parts: partsOf(asked, gists) }));
  return questions.flatMap((asked) => {
    const { question } = asked;
    const about = contentWords(question.prompt.en);
    return wantedOf(question).flatMap((wanted) => {
      const sort = sortOf(wanted, kinds.get(wanted.name));
      return texts.flatMap(({ asked: by, parts }) => {
        if (by === asked || areApart(asked, by)) return [];
        const shared = Math.max(
          -1,
          ...tellingParts(wanted, parts).map(({ around }) => weight([...about].filter((word) => around.has(word)))),
        );
        const context = shared < 0 ? -1 : shared / Math.max(weight(about), 1);
        const least = CONTEXT[sort][by.question.lessonId === question.lessonId ? 0 : 1];
        return context >= least ? [{ asked, by, answer: wanted.name, context }] : [];
      });
    });
  });
}

function sortOf(wanted: Wanted, kind: Name['kind'] | undefined): Sort {
  if (wanted.sort !== 'name' || kind === undefined) return wanted.sort;
  return kind === 'person' ? 'person' : COMMON_KINDS.has(kind) ? 'common-name' : 'name';
}

interface Part extends ReadText {
  readonly part: Shown['part'];
  /** The words of the part, of the prompt and of what is learnt from the answer. */
  readonly around: ReadonlySet<string>;
}

function partsOf({ question }: Asked, gists: ReadonlyMap<string, Bilingual>): Part[] {
  const around = `${question.prompt.en} ${answerText(question).en}`;
  return shownTexts(question, gists).map(({ part, text }) => ({
    part,
    ...readText(text),
    around: contentWords(`${around} ${text.en}`),
  }));
}

/** The parts that hold the answer. Options say something only together: what stands in most of them is given. */
function tellingParts(wanted: Wanted, parts: readonly Part[]): Part[] {
  const told = parts.filter((part) => wanted.standsIn(part));
  const options = (of: readonly Part[]) => of.filter(({ part }) => part === 'option').length;
  return told.filter(({ part }) => part !== 'option' || options(told) > options(parts) / 2);
}

function areApart(a: Asked, b: Asked): boolean {
  const names = (one: Asked, other: Asked) => one.question.reveals?.includes(other.question.id) ?? false;
  return names(a, b) || names(b, a);
}

/** Reports what gives an answer away, at the question that does. */
export function checkGiveAways(
  questions: readonly Asked[],
  names: ReadonlyMap<string, Name>,
  paragraphs: readonly Paragraph[],
  problems: Problems,
): void {
  for (const { asked, by, answer } of giveAways(questions, names, paragraphs))
    problems.add({
      file: by.file,
      line: by.lineOf('prompt'),
      field: 'prompt',
      message: `${by.question.id} gives away "${answer}", the answer of ${asked.question.id}: reword one, or name it in \`reveals\``,
    });
}
