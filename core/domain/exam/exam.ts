import { recordOf, recordsOf, type RecordOf, type Records } from '../history/records.ts';
import type { CardId } from '../ids.ts';
import type { Bilingual, Response } from '../question.ts';
import { EXAM_KINDS, type ExamKinds } from './blueprint.ts';
import { TEMPLATES, type TemplateId } from './templates.ts';
import type { ExamTime } from './timing.ts';

interface ExamAnswer {
  /** Null: not answered, or taken back. */
  readonly response: Response | null;
  readonly marked: boolean;
  readonly elapsedMs: number;
}

/** What was asked for and expected when the exam began: kept with it as JSON. */
export interface ExamAim {
  /** Questions that were wanted. */
  readonly questions: number;
  readonly kinds: ExamKinds;
  readonly onlyAsked: boolean;
  /** Ids of the lessons of each part; none where they were too many to keep. */
  readonly lessons: readonly (readonly string[])[];
  /** What the course calls each part, where it names its parts. */
  readonly titles?: readonly (Bilingual | null)[];
  /** Predicted share of right answers; null where nothing was predicted. */
  readonly expectation: { expected: number; low: number; high: number; byGuessing: number } | null;
}

/** One exam as its records say it is. */
export interface Exam extends ExamTime {
  readonly id: string;
  readonly courseId: string;
  readonly template: TemplateId;
  readonly countsAsReviews: boolean;
  /** Each with its cards in the order they are asked; `name` where its lessons are not there any more. */
  readonly parts: readonly { readonly name: string; readonly cards: readonly CardId[] }[];
  readonly aim: ExamAim;
  /** Of the cards that something was done with. */
  readonly answers: ReadonlyMap<CardId, ExamAnswer>;
}

interface WithRecords {
  readonly records: Records;
}

/** Names the record of one answer. */
export const answerId = (examId: string, cardId: CardId): string => `${examId}/${cardId}`;

/** An exam that was begun, and neither taken back nor removed; null where there is none. */
export function examOf(known: WithRecords, id: string): Exam | null {
  const record = recordOf(known, 'exam', id);
  return record === undefined ? null : readExam(known, id, record);
}

/** All of them, the newest first. */
export function examsOf(known: WithRecords): Exam[] {
  return recordsOf(known, 'exam')
    .flatMap(([id, record]) => readExam(known, id, record) ?? [])
    .sort((a, b) => b.startedAt - a.startedAt);
}

function readExam(known: WithRecords, id: string, record: RecordOf<'exam'>): Exam | null {
  const { course, startedAt, durationMs, parts, removed } = record;
  if (removed || course === undefined || startedAt === undefined || durationMs === undefined || parts === undefined)
    return null;
  const answers = new Map<CardId, ExamAnswer>();
  let lastAt: number | null = null;
  for (const cardId of parts.flatMap(({ cards }) => cards)) {
    const answer = recordOf(known, 'exam-answer', answerId(id, cardId));
    if (answer === undefined) continue;
    const { response = null, marked = false, elapsedMs = 0, at } = answer;
    answers.set(cardId, { response, marked, elapsedMs });
    if (at !== undefined) lastAt = Math.max(lastAt ?? at, at);
  }
  return {
    id,
    courseId: course,
    template: TEMPLATES.find((template) => template === record.template) ?? 'own',
    startedAt,
    durationMs,
    endedAt: record.endedAt ?? null,
    lastAt,
    countsAsReviews: record.countsAsReviews ?? false,
    parts,
    aim: readAim(
      record.blueprint,
      parts.reduce((sum, { cards }) => sum + cards.length, 0),
    ),
    answers,
  };
}

const readTitle = (title: Partial<Bilingual> | null): Bilingual | null =>
  typeof title?.th === 'string' && typeof title.en === 'string' ? { th: title.th, en: title.en } : null;

/** What can not be read of it is as if nothing more had been wanted: an exam is its questions and answers. */
function readAim(json: string | undefined, questions: number): ExamAim {
  let aim: Partial<ExamAim> = {};
  try {
    aim = (JSON.parse(json ?? '{}') as Partial<ExamAim> | null) ?? {};
  } catch {
    // Said above.
  }
  const { expectation } = aim;
  const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
  const shares = [expectation?.expected, expectation?.low, expectation?.high, expectation?.byGuessing];
  return {
    questions: Number.isInteger(aim.questions) ? Math.max(questions, aim.questions!) : questions,
    kinds: EXAM_KINDS.find((kinds) => kinds === aim.kinds) ?? 'all',
    onlyAsked: aim.onlyAsked === true,
    lessons: Array.isArray(aim.lessons) ? aim.lessons : [],
    ...(Array.isArray(aim.titles) && { titles: aim.titles.map(readTitle) }),
    expectation: expectation && shares.every(isShare) ? expectation : null,
  };
}
