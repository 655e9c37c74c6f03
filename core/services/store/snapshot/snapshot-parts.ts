import { createHash } from 'node:crypto';
import { AppError } from '../../../domain/errors.ts';
import { DEFAULT_STUDY_SETTINGS, type StudySettings } from '../../../domain/settings.ts';
import type { Covered } from '../journal/journal-index.ts';
import { decodeCards, type CardsFile } from './cards-file.ts';
import type { DocumentBody, SnapshotDocument } from './snapshot-document.ts';
import type { Snapshot } from './snapshot.ts';

const SETTINGS = Object.keys(DEFAULT_STUDY_SETTINGS) as (keyof StudySettings)[];

/** What of a snapshot goes into the cards' file. */
export const cardsPartOf = ({ cards, lessons, settingsTrail, covered, negations }: Snapshot): CardsFile => ({
  cards,
  lists: [...lessons.map(({ trail }) => trail), settingsTrail],
  marks: covered.flatMap(({ files }) => files.flatMap(({ marks }) => marks)),
  negations,
});

/** What of it goes into progress.json. @param cards the file that is written already */
export const documentOf = (snapshot: Snapshot, cards: Omit<SnapshotDocument['cards'], 'count'>): DocumentBody => ({
  at: snapshot.at,
  settings: snapshot.settings,
  looks: snapshot.looks.map(([device, look]) => ({ device, ...look })),
  records: snapshot.records.map(([key, fields]) => ({ key, fields })),
  totals: { reviews: snapshot.reviewsTotal },
  cards: { ...cards, count: snapshot.count },
  lessons: snapshot.lessons.map(({ id, state }) => ({ id, state })),
  days: snapshot.days.map(([day, { courses, ...total }]) => ({
    ...{ day, ...total },
    ...(courses && { courses: [...courses] }),
  })),
  last: snapshot.last,
  devices: [...snapshot.devices],
  covered: snapshot.covered.map(({ device, seq, order }) => ({ device, seq, order })),
  files: snapshot.covered.flatMap(({ device, files }) =>
    files.map(({ name, end, sinceMark, marks, refused }) => ({
      ...{ device, name, end, sinceMark, marks: marks.length / 2 },
      ...(refused && { refused }),
    })),
  ),
});

/** Are these pairs of seq and offset, rising, and within a file's first `end` bytes? */
const areMarks = (marks: readonly number[], end: number): boolean =>
  marks.every((value, i) => Number.isSafeInteger(value) && value >= 0 && (i < 2 || value > marks[i - 2]!)) &&
  (marks.at(-1) ?? 0) <= end;

function coveredBy({ covered, files }: SnapshotDocument, marks: readonly number[]): Covered[] {
  let at = 0;
  const all = covered.map((device): Covered => ({ ...device, files: [] }));
  for (const { device, marks: count, ...file } of files) {
    const end = at + count * 2;
    const owner = all.find((one) => one.device === device);
    const own = marks.slice(at, end);
    if (!owner || own.length < count * 2 || !areMarks(own, file.end))
      throw new AppError('data-corrupt', 'progress.json: files');
    owner.files.push({ ...file, marks: own });
    at = end;
  }
  return all;
}

/** The snapshot of a document and the bytes of its cards' file. @throws AppError `data-corrupt`, `data-too-new` */
export function snapshotOf(document: SnapshotDocument, bytes: Buffer | null): Snapshot {
  const { at, settings, looks, totals, lessons, days, last, devices, cards: named } = document;
  if (bytes === null) throw new AppError('data-corrupt', `${named.file} is missing`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== named.bytes || hash !== named.sha256) throw new AppError('data-corrupt', `${named.file}: hash`);
  const { cards, lists, marks, negations } = decodeCards(bytes, devices, lessons.length + 1);
  const count = cards.states.known;
  if (count !== named.count) throw new AppError('data-corrupt', `${named.file}: count`);
  return {
    at,
    last,
    covered: coveredBy(document, marks),
    devices,
    negations,
    settings: { ...DEFAULT_STUDY_SETTINGS, ...settings },
    unknownSettings: SETTINGS.filter((key) => settings[key] === undefined),
    looks: looks.map(({ device, ...look }) => [device, look]),
    records: (document.records ?? []).map(({ key, fields }) => [key, fields]),
    settingsTrail: lists[lessons.length]!,
    reviewsTotal: totals.reviews,
    days: days.map(({ day, ...total }) => [day, total]),
    lessons: lessons.map(({ id, state }, i) => ({ id, state, trail: lists[i]! })),
    count,
    cards,
  };
}
