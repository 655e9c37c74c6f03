import type { Output } from '../../../api/contract.ts';
import type { Question } from '../../../domain/question.ts';
import type { CatalogCard, Catalog } from '../../courses/catalog.ts';
import { mean, plainBasis, plainShare } from './plain-answers.fixture.ts';
import type { PlainRow } from './plain-rows.fixture.ts';

type Page = Output<'stats.page'>;
type Item = Page['items']['questions'][number];

const ASKED_OVER = ['practice', 'cram', 'contrast'];
const isTry = ({ event }: PlainRow) => !ASKED_OVER.includes(event.mode);

const named = ({ cardId, course, lesson, question }: CatalogCard) => ({
  cardId,
  prompt: question.prompt,
  kind: question.kind,
  courseId: course.id,
  lessonId: lesson.id,
});

/** Pearson's correlation as the books have it. */
function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const [mx, my] = [mean(xs), mean(ys)];
  const sum = (of: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + of(x - mx, y - my), 0);
  const [sxx, syy] = [sum((x) => x * x), sum((_, y) => y * y)];
  return sxx === 0 || syy / pairs.length < 1e-12 ? null : sum((x, y) => x * y) / Math.sqrt(sxx * syy);
}

function discrimination(own: readonly PlainRow[], all: readonly PlainRow[]): number | null {
  const pairs = own.flatMap((row) => {
    const beside = all.filter((other) => other.day === row.day && other !== row);
    return beside.length < 5 ? [] : [[row.right ? 1 : 0, mean(beside.map(({ right }) => (right ? 1 : 0)))] as const];
  });
  return pairs.length < 8 ? null : correlation(pairs);
}

function picks({ event: { response } }: PlainRow): string[] {
  const all = typeof response === 'string' ? [response] : Array.isArray(response) ? (response as string[]) : [];
  return all.filter((id) => /^[a-p]$/.test(id));
}

function unpicked(question: Question, own: readonly PlainRow[]) {
  if (!('options' in question)) return [];
  const wrong = question.options.filter(({ id }) => !question.answer.includes(id));
  if (own.filter((row) => !row.right && picks(row).length > 0).length < 3 * wrong.length) return [];
  const picked = new Set(own.flatMap(picks));
  return wrong.filter(({ id }) => !picked.has(id)).map(({ id, text }) => ({ id, text }));
}

/** Cards with answers enough, by their names. */
function judged(rows: readonly PlainRow[], least: number, catalog: Catalog) {
  const cards = [...new Set(rows.map(({ card }) => card))].sort();
  return cards.flatMap((cardId) => {
    const card = catalog.find(cardId)?.question.retired ? undefined : catalog.find(cardId);
    const own = rows.filter((row) => row.card === cardId);
    return card && own.length >= least ? [{ card, own, facility: plainShare(own).share! }] : [];
  });
}

export function plainItems(rows: readonly PlainRow[], catalog: Catalog): Pick<Page, 'hardest' | 'items'> {
  const tries = rows.filter(isTry);
  const hard = judged(tries, 4, catalog);
  const missed = hard.filter(({ facility }) => facility < 1);
  missed.sort((a, b) => a.facility - b.facility || b.own.length - a.own.length);
  const some = judged(tries, 8, catalog);
  const findings = some.map(({ card, own, facility }): Item => {
    const idle = unpicked(card.question, own);
    const related = discrimination(own, rows);
    const concerns: Item['concerns'] = [];
    if (facility > 0.97) concerns.push('too-easy');
    if (facility < 0.5) concerns.push('too-hard');
    if (related !== null && related < -0.1) concerns.push('against-the-grain');
    if (idle.length > 0) concerns.push('idle-options');
    return { ...named(card), answers: own.length, facility, discrimination: related, unpicked: idle, concerns };
  });
  const shown = findings.filter(({ concerns }) => concerns.length > 0);
  shown.sort((a, b) => b.concerns.length - a.concerns.length || a.facility - b.facility);
  return {
    hardest: {
      basis: plainBasis(tries),
      judged: hard.length,
      questions: missed.slice(0, 10).map(({ card, own }) => ({
        ...named(card),
        ...plainShare(own),
        misses: own.filter(({ right }) => !right).length,
        lapses: own.at(-1)!.lapses,
      })),
    },
    items: {
      basis: plainBasis(tries),
      judged: some.length,
      tooFew: judged(tries, 1, catalog).length - some.length,
      questions: shown.slice(0, 50),
    },
  };
}
