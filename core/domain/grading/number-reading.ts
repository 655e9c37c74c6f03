import type { Bilingual } from '../question.ts';
import { tidy } from './normalise.ts';
import { goesOn } from './number-slips.ts';
import { evaluate, type NumberWord, numberWordAt } from './number-words.ts';

/** Figures with their separators; whether these group thousands or mark decimals is decided in `figureValues`. */
const FIGURE = /\d+(?:[.,' ]\d+)*/y;
const APPROXIMATE =
  /^(?:about|around|approximately|approx|roughly|nearly|almost|some|circa|ประมาณ|โดยประมาณ|ราวๆ|ราว|เกือบ|จำนวน|ทั้งหมด|ร้อยละ|เปอร์เซ็นต์|[~≈≃])\s*/;
const NEGATIVE_WORD = /^(?:minus |negative |ลบ)/;
/** Thai words that count things, where a number word meets its unit without a space. */
const CLASSIFIERS = (
  'คน ราย นาย ประเทศ รัฐ ชาติ ฉบับ มาตรา ข้อ ครั้ง ปี เดือน วัน สัปดาห์ ชั่วโมง นาที แห่ง องค์กร กลุ่ม ชุด หน่วย ฝ่าย สมัย ด้าน ' +
  'ประการ คัน ลำ ตัว ใบ เล่ม อัน ชิ้น บาท เท่า เมตร กิโลเมตร เปอร์เซ็นต์'
).split(' ');

/**
 * The values a written number may have; empty when it holds no number or more than one. Usually one value, two where a
 * separator may be read both ways ("1.500"). Words before and behind it (a unit, "about") are passed over.
 *
 * @param unit what the question counts, tidied and lower-case: a Thai number word may be followed by it without a space, and
 *   a short scale (k, m, bn) that is the unit's own sign is that sign
 */
export function readNumbers(text: string, unit: Bilingual = NO_UNIT): number[] {
  const line = tidy(text)
    .toLowerCase()
    .replace(/(?<![a-z])([ck]?m)[23](?!\d)/g, '$1'); // km2: that digit is no number of its own
  return /\d/.test(line) ? readFigures(line, unit) : readWords(line, unit);
}

const NO_UNIT: Bilingual = { th: '', en: '' };

/** "19.5 พันคน", "1 ล้าน 5 แสน", "about 1,500 people": figures, each with the scales behind it. */
function readFigures(line: string, unit: Bilingual): number[] {
  const start = line.search(/\d/);
  let readings: NumberWord[][] = [[]];
  let index = start;
  for (let figure = figureAt(line, index); figure !== undefined; figure = figureAt(line, index)) {
    const scales = scalesAt(line, index + figure.length, unit);
    readings = readings.flatMap((words) =>
      figureValues(figure).map((value) => [...words, { kind: 'value', value } as const, ...scales.words]),
    );
    index = scales.end;
    if (scales.words.length === 0) break; // only behind a scale does a figure carry the number on
    if (line[index] === ' ') index++;
  }
  if (/\d/.test(line.slice(index)) || isWordOfNumber(line.slice(0, start))) return [];
  if (goesOn(line.slice(index), readings[0] ?? [], [...CLASSIFIERS, unit.th, unit.en])) return [];
  const sign = isNegative(line.slice(0, start)) ? -1 : 1;
  return readings.flatMap((words) => evaluate(words) ?? []).map((value) => sign * value);
}

function figureAt(line: string, index: number): string | undefined {
  FIGURE.lastIndex = index;
  return FIGURE.exec(line)?.[0];
}

/** k, m, bn behind a figure, as long as no letter follows: "20k", "1.5 m", "3bn"; km and kg are units. */
const SHORT_SCALES: readonly (readonly [RegExp, number])[] = [
  [/k(?![\p{L}\d])/uy, 1e3],
  [/(?:m|mn|mln|mio)(?![\p{L}\d])/uy, 1e6],
  [/(?:b|bn)(?![\p{L}\d])/uy, 1e9],
  [/(?:tn|trn)(?![\p{L}\d])/uy, 1e12],
];

function shortScaleAt(line: string, index: number, unit: Bilingual): { word: NumberWord; length: number } | undefined {
  for (const [pattern, value] of SHORT_SCALES) {
    pattern.lastIndex = index;
    const found = pattern.exec(line)?.[0];
    // In metres, "5 m" is five of them; in kelvins "300 K" is three hundred.
    if (found !== undefined && !isSignOf(found, unit)) return { word: { kind: 'scale', value }, length: found.length };
  }
  return undefined;
}

function isSignOf(short: string, unit: Bilingual): boolean {
  if (unit.en === short || unit.th === short) return true;
  return short === 'm' && (/^met(?:re|er)s?$/.test(unit.en) || unit.th === 'เมตร' || unit.th === 'ม');
}

function scalesAt(line: string, from: number, unit: Bilingual): { readonly words: NumberWord[]; readonly end: number } {
  const words: NumberWord[] = [];
  let end = from;
  for (;;) {
    const index = line[end] === ' ' ? end + 1 : end;
    const found = (words.length === 0 ? shortScaleAt(line, index, unit) : undefined) ?? numberWordAt(line, index);
    if (found?.word.kind !== 'scale') return { words, end };
    words.push(found.word);
    end = index + found.length;
  }
}

/** "six 5": the word before the figures is part of it. */
function isWordOfNumber(before: string): boolean {
  const word = /[a-z]+(?=[\s-]*$)/.exec(before)?.[0];
  return word !== undefined && numberWordAt(word, 0)?.length === word.length;
}

function isNegative(before: string): boolean {
  return /(?<![a-z\d])-$/.test(before) || /(?:(?<![a-z])(?:minus|negative)|ลบ)\s*$/.test(before);
}

/**
 * Thousands or decimals: three digits behind every separator, and no leading zero, is grouping; a last separator of
 * another kind, or an only one, is the decimal mark. "1,500" is fifteen hundred; "1.500" may be either and has both.
 */
function figureValues(figure: string): number[] {
  const marks = figure.replace(/\d/g, '');
  const values: number[] = [];
  if (marks === '' || /^[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(figure))
    values.push(Number(figure.replace(/\D/g, '')));
  const isOnlyMark = marks === '.' || (marks === ',' && values.length === 0);
  const hasGroups = /^[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*(?!\1)[.,]\d+$/.test(figure);
  if (isOnlyMark || hasGroups) {
    const last = Math.max(figure.lastIndexOf('.'), figure.lastIndexOf(','));
    values.push(Number(`${figure.slice(0, last).replace(/\D/g, '')}.${figure.slice(last + 1)}`));
  }
  return [...new Set(values)];
}

/** "forty-three", "about one thousand five hundred", หนึ่งพันห้าร้อยคน. The number must come first. */
function readWords(line: string, unit: Bilingual): number[] {
  const words: NumberWord[] = [];
  let rest = line;
  while (APPROXIMATE.test(rest)) rest = rest.replace(APPROXIMATE, '');
  const sign = NEGATIVE_WORD.test(rest) ? -1 : 1;
  rest = rest.replace(NEGATIVE_WORD, '').replace(/^an? (?=dozen|hundred|thousand|million|billion|trillion)/, '');
  for (let found = numberWordAt(rest, 0); found !== undefined; found = numberWordAt(rest, 0)) {
    words.push(found.word);
    rest = rest.slice(found.length).replace(/^(?: and )?[\s-]*/, '');
  }
  const units = [...CLASSIFIERS, unit.th, unit.en];
  const hasMore =
    goesOn(rest, words, units) || rest.split(/[\s-]+/).some((word) => numberWordAt(word, 0)?.length === word.length);
  const isUnit = !/^[\u0E00-\u0E7F]/.test(rest) || units.some((name) => name !== '' && rest.startsWith(name));
  const value = /^(?:dozens|hundreds|thousands|millions|billions|trillions)/.test(line) ? undefined : evaluate(words);
  return value === undefined || hasMore || !isUnit ? [] : [sign * value];
}
