import {
  freeId,
  type GapRow,
  type Language,
  type OptionRow,
  type QuestionDraft,
  type QuestionForm,
  type Text,
} from './question-form.ts';
import { labelOf } from './region-form.ts';

type Kind = QuestionDraft['kind'];
type Both = Readonly<Record<Language, string>>;
type Accepted = Record<Language, string[]>;

/** The question that a form holds. A language that is not asked for says what the other one says. */
export function questionOf(form: QuestionForm, kind: Kind, languages: readonly Language[]): QuestionDraft {
  const text = (written: Text): Both => inLanguages(written, languages);
  const isSaid = ({ th, en }: Both) => (th + en).trim() !== '';
  const hint = text(form.hint);
  const base = {
    evidence: [],
    ...form.kept,
    ...{ prompt: text(form.prompt), explanation: text(form.explanation) },
    ...(isSaid(hint) && { hint }),
    ...(form.level !== '' && { level: form.level }),
  };
  const written: object = { ...base, ...ownParts(form, kind, languages) };
  return written as QuestionDraft;
}

function ownParts(form: QuestionForm, kind: Kind, languages: readonly Language[]): object {
  const text = (written: Text): Both => inLanguages(written, languages);
  const labelled = ({ id, text: written }: { readonly id: string; readonly text: Text }) => ({
    id,
    text: text(written),
  });
  switch (kind) {
    case 'card':
      return { kind, back: text(form.back) };
    case 'cloze':
      return { kind, blanks: form.gaps.map((gap) => blankOf(gap, languages)) };
    case 'choice':
    case 'choices':
      return { kind, options: form.options.map((row) => optionOf(row, text)), answer: rightOf(form.options) };
    case 'typed':
      return {
        ...{ kind, accept: acceptedOf(form.accept, languages) },
        ...(form.ignoresAccents && { accents: 'ignore' as const }),
      };
    case 'number': {
      const unit = text(form.unit);
      const said = unit.th + unit.en !== '' && { unit };
      return { kind, answer: numberOf(form.answer), tolerance: toleranceOf(form.tolerance), ...said };
    }
    case 'date':
      return { kind, answer: dateOf(form.date) };
    case 'order':
      return { kind, items: form.items.map(labelled) };
    case 'match':
      return { kind, ...matchOf(form, text) };
    case 'label':
      // One on a picture of a course is kept as it came.
      return form.kept['picture'] !== undefined
        ? { kind }
        : {
            ...labelOf(form.picture, text, acceptedOf(form.accept, languages)),
            ...(form.ignoresAccents && form.picture.task === 'name' && { accents: 'ignore' as const }),
          };
  }
}

/** Both sides of a pair of the same words are one side: each can be matched with it. */
function matchOf({ pairs, extra }: QuestionForm, text: (written: Text) => Both) {
  const right: { id: string; text: Both }[] = [];
  const answer: Record<string, string> = {};
  for (const pair of pairs) {
    const written = text(pair.right);
    const same = right.find((side) => side.text.th === written.th && side.text.en === written.en);
    const id = same?.id ?? freeId(right, 'r');
    if (!same) right.push({ id, text: written });
    answer[pair.id] = id;
  }
  for (const row of extra) right.push({ id: freeId(right, 'r'), text: text(row.text) });
  return { left: pairs.map(({ id, left }) => ({ id, text: text(left) })), right, answer };
}

const inLanguages = (written: Text, languages: readonly Language[]): Both => {
  const only = languages.length === 1 ? languages[0] : undefined;
  return only === undefined ? { th: written.th, en: written.en } : { th: written[only], en: written[only] };
};

const acceptedOf = (written: Text, languages: readonly Language[]): Accepted => {
  const texts = inLanguages(written, languages);
  return { th: linesIn(texts.th), en: linesIn(texts.en) };
};
const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function optionOf({ id, text: written, why: reason, isRight }: OptionRow, text: (written: Text) => Both) {
  const why = text(reason);
  return { id, text: text(written), ...(!isRight && (why.th + why.en).trim() !== '' && { why }) };
}

const rightOf = (options: readonly OptionRow[]): string[] =>
  options.filter(({ isRight }) => isRight).map(({ id }) => id);

function blankOf({ as, accept, answer }: GapRow, languages: readonly Language[]) {
  if (as === 'text') return { as, accept: acceptedOf(accept, languages) };
  return as === 'date' ? { as, answer: dateOf(answer) } : { as, answer: numberOf(answer) };
}

const THAI_ZERO = 0x0e50;
const westernDigits = (written: string): string =>
  written.replaceAll(/[๐-๙]/g, (digit) => String((digit.codePointAt(0) ?? 0) - THAI_ZERO));

/** NaN for what is no number: the form says so, and nothing of it is sent. */
export function numberOf(written: string): number {
  const plain = westernDigits(written)
    .replaceAll(/[\s\u00a0,_]/g, '')
    .replace('−', '-');
  return plain === '' ? Number.NaN : Number(plain);
}

const toleranceOf = (written: string): number => (written.trim() === '' ? 0 : Math.abs(numberOf(written)));

/** ISO of what was written: a year, a month or a day, in that order. */
const dateOf = (written: string): string =>
  westernDigits(written)
    .trim()
    .replace(/^(-?\d+)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/, (_, year: string, month: string, day?: string) =>
      [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-'),
    );
