import type { Mapping } from '../format.ts';

export type ColumnKind = NonNullable<Mapping['columns']>[number];

/** Names of columns in a header row, lower-case, by what such a column is. */
const NAMES: readonly (readonly [ColumnKind, readonly string[]])[] = [
  ['tags', ['tags', 'tag', 'labels', 'label', 'category', 'categories', 'แท็ก', 'ป้าย', 'หมวด', 'หมวดหมู่']],
  ['deck', ['deck', 'deck name', 'deckname', 'สำรับ', 'ชุด', 'ชุดการ์ด']],
  ['note-type', ['note type', 'notetype', 'note-type', 'model', 'ชนิดโน้ต', 'ประเภทโน้ต']],
  ['id', ['id', 'guid', 'uuid', 'note id', 'noteid', 'card id', 'รหัส']],
  ['skip', ['#', 'no', 'no.', 'nr', 'nr.', 'number', 'ลำดับ', 'ลำดับที่', 'ที่']],
  [
    'field',
    // prettier-ignore
    [
      'front', 'back', 'question', 'answer', 'prompt', 'response', 'term', 'definition', 'word', 'meaning', 'translation', 'text', 'extra', 'back extra',
      'example', 'examples', 'sentence', 'hint', 'notes', 'note', 'reading', 'pronunciation', 'ipa', 'audio', 'sound', 'image', 'picture', 'explanation',
      'english', 'thai', 'german', 'french', 'spanish', 'italian', 'japanese', 'chinese', 'korean', 'russian', 'arabic', 'portuguese', 'pinyin',
      'ด้านหน้า', 'ด้านหลัง', 'หน้า', 'หลัง', 'คำถาม', 'คำตอบ', 'โจทย์', 'เฉลย', 'คำศัพท์', 'ศัพท์', 'คำ', 'ความหมาย', 'คำแปล', 'แปล', 'นิยาม', 'คำนิยาม',
      'ตัวอย่าง', 'ประโยค', 'คำใบ้', 'หมายเหตุ', 'คำอ่าน', 'เสียง', 'รูป', 'รูปภาพ', 'คำอธิบาย', 'ภาษาไทย', 'ภาษาอังกฤษ', 'ไทย', 'อังกฤษ',
    ],
  ],
];
const KIND_BY_NAME = new Map(NAMES.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)));
const LONGEST_NAME = 40;
/** Of rows that must have as many cells, for a column to be one. */
const SHARE_OF_ROWS = 0.05;

const kindOf = (name: string) => KIND_BY_NAME.get(name.trim().toLowerCase());

/** Do the cells name columns? At least two must be names that are known. */
export function isHeaderRow(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isShort = names.every((name) => name.length <= LONGEST_NAME && !/[<\n]/.test(name));
  const known = names.filter((name) => kindOf(name) !== undefined).length;
  return isShort && new Set(names).size === names.length && known >= 2;
}

/** How many columns rows have: the largest number that is no slip of a row or two. @param counts cells of each row of a sample */
export function columnCount(counts: readonly number[]): number {
  const least = Math.max(1, counts.length * SHARE_OF_ROWS);
  const byCount = new Map<number, number>();
  for (const count of counts) byCount.set(count, (byCount.get(count) ?? 0) + 1);
  let rows = 0;
  for (const [count, times] of [...byCount].sort(([a], [b]) => b - a)) {
    rows += times;
    if (rows >= least) return count;
  }
  return 1;
}

/** What columns most likely are. The first that is nothing else is a field; each of the others but fields comes up once. */
export function guessedColumns(names: readonly string[] | null, count: number): ColumnKind[] {
  const taken = new Set<ColumnKind>();
  const kinds = Array.from({ length: count }, (_, i): ColumnKind => {
    const kind = kindOf(names?.[i] ?? '') ?? 'field';
    if (kind === 'field' || kind === 'skip') return kind;
    if (taken.has(kind)) return 'field';
    taken.add(kind);
    return kind;
  });
  return kinds.includes('field') ? kinds : kinds.map((): ColumnKind => 'field');
}
