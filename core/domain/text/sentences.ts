import type { Range } from './found-ranges.ts';

/** What in English ends with a full stop and is no end of a sentence. */
const ABBREVIATED =
  /(?:^|[\s(“"])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|St|No|Nos|Art|Arts|vs|cf|ca|approx|etc|pp?|vol|ed|fig)\.\s*$/;

const ENGLISH = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Behind it a Thai line may go on with another sentence; without one it never does. */
const THAI_SPACE = /[ \u00a0]+/g;
/** A piece with this at its begin goes on with what stands before it. */
const GOES_ON =
  /^(?:และ|หรือ|กับ|ซึ่ง|โดย|ที่(?!สุด)|ว่า|เพื่อ|เช่น|คือ|ได้แก่|รวมถึง|รวมทั้ง|ตลอดจน|พร้อม|อัน|เพราะ|เนื่องจาก|จึง|จน|ก็|แต่|ของ|แก่|เป็น|ต้อง|ตาม(?!ด้วย)|ทั้ง(?!นี้|นั้น)|ในการ|ภายใน|ไม่เฉพาะ|ฯลฯ|เมื่อ(?=\s*\d)|จาก(?!นั้น)|ถึง|ไปจน|มิฉะนั้น|ไม่ใช่|[^ก-ฮเ-ไ“"])/;
/** With this at its end it waits for more: a date or a name in Latin letters stands before its verb. */
const WAITS = /(?:คือ|ว่า|ได้แก่|เช่น|ที่|ของ|และ|หรือ|ใน|เมื่อ|ตั้งแต่|ถึง|กับ|โดย|[A-Za-z\d๐-๙.,:)(“–-])$/;
/** What is said of begins with it, and a piece that is no more than that belongs to what stands behind. */
const TOPIC = /^(?:เรื่อง|ส่วน|กรณี|สำหรับ|ข้อ(?![ก-ฮ]*ความ)|อนึ่ง|นอกจาก|อย่างไรก็)/;
/** Letters that a Thai sentence has at least, marks left out: shorter pieces are names, dates and what is listed. */
const LEAST = 24;
const LEAST_NEXT = 12;

const lettersIn = (text: string): number => text.replace(/[\s\p{M}\p{P}]/gu, '').length;

/**
 * The sentences of a line, in its order, each without blanks around it; a line is a paragraph, an item or a cell. Thai ends its
 * sentences with a space, as it does clauses, names and figures: what is too short to say something, or goes on with a conjunction,
 * stays with what stands before it. @param ends places where one ends for certain, such as those of citations
 */
export function sentencesOf(line: string, language: 'th' | 'en', ends: readonly number[] = []): Range[] {
  return (language === 'en' ? english(line) : thai(line, new Set(ends))).flatMap((range) => trimmed(line, range));
}

function english(line: string): Range[] {
  const found: [number, number][] = [];
  for (const { segment, index } of ENGLISH.segment(line)) {
    const last = found.at(-1);
    const said = last ? line.slice(...last) : '';
    // Without a space behind it, a full stop stands within a name: พ.ศ.
    if (last && (!/\s$/.test(said) || ABBREVIATED.test(said))) last[1] = index + segment.length;
    else found.push([index, index + segment.length]);
  }
  return found;
}

function thai(line: string, ends: ReadonlySet<number>): Range[] {
  const cuts: number[] = [];
  let from = 0;
  for (const space of line.matchAll(THAI_SPACE)) {
    const [at, behind] = [space.index, space.index + space[0].length];
    const isEnd = [at, behind].some((place) => ends.has(place));
    if (!isEnd && !mayEnd(line.slice(from, at), line.slice(behind))) continue;
    cuts.push(behind);
    from = behind;
  }
  return [0, ...cuts].map((cut, at) => [cut, cuts[at] ?? line.length]);
}

function mayEnd(said: string, rest: string): boolean {
  if (isOpen(said)) return false;
  if (/[?!]$/.test(said)) return true;
  const next = rest.split(/[ \u00a0]/, 1)[0] ?? '';
  const last = said.split(/[ \u00a0]/).at(-1) ?? '';
  if (TOPIC.test(last) && lettersIn(last) < LEAST_NEXT) return false;
  const isLongEnough = lettersIn(next) >= LEAST_NEXT || TOPIC.test(next);
  return lettersIn(said) >= LEAST && isLongEnough && !WAITS.test(said) && !GOES_ON.test(rest);
}

/** A bracket or quotation mark in it is not closed. */
function isOpen(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return count(/\(/g) > count(/\)/g) || count(/“/g) > count(/”/g) || count(/"/g) % 2 === 1;
}

function trimmed(line: string, [from, to]: Range): Range[] {
  const text = line.slice(from, to);
  const [start, end] = [from + text.length - text.trimStart().length, from + text.trimEnd().length];
  return start < end ? [[start, end]] : [];
}
