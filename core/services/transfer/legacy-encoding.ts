import { analyse } from 'chardet';
import { decoderOf } from './decoder.ts';
import { capitals, ofAlphabet, ofScript, seldom, usualPairs } from './likeness.ts';
import { isThai } from './thai-bytes.ts';

/** What is told by nothing: the West's, as most programs take it. */
const WESTERN = 'windows-1252';
const THAI = 'windows-874';
/** Letters beyond ASCII of languages that are written so. */
const LATIN: Readonly<Record<string, readonly string[]>> = {
  [WESTERN]: [
    'äöüßéà',
    'àâæçéèêëîïôœùûüÿ',
    'áéíñóúü',
    'áâãàçéêíóôõúü',
    'àèéìíîòóùú',
    'åäöæøéü',
    'áðéíóúýþæö',
    'ëïéèöüáóíç',
  ],
  'windows-1250': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ'],
  'iso-8859-2': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ'],
  'windows-1254': ['çğıöşüâîû'],
  'windows-1257': ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöüšž'],
};
/** Other scripts, a byte a letter. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  'windows-1251': /\p{Script=Cyrillic}/u,
  'koi8-r': /\p{Script=Cyrillic}/u,
  ibm866: /\p{Script=Cyrillic}/u,
  'windows-1253': /\p{Script=Greek}/u,
  'windows-1255': /\p{Script=Hebrew}/u,
  'windows-1256': /\p{Script=Arabic}/u,
  [THAI]: /\p{Script=Thai}/u,
};
/** Thai letters and signs that are seldom seen; other bytes make them as often as any. */
const SELDOM_THAI = /[ฃฅฆฌฎฏฐฑฒฦ๏๚๛ฯ๐-๙]|\u0e3a|\u0e4e/u;
/** Two bytes a letter: the letters, and first bytes of the usual ones. */
const WIDE: Readonly<Record<string, readonly [RegExp, ...(readonly (readonly [number, number])[])]>> = {
  'euc-kr': [/\p{Script=Hangul}/u, [0xb0, 0xc8]],
  gb18030: [/\p{Script=Han}/u, [0xb0, 0xd7]],
  big5: [/\p{Script=Han}/u, [0xa4, 0xc6]],
  shift_jis: [/[\p{Script=Han}\u3040-\u30ff]/u, [0x82, 0x83], [0x88, 0x97]],
  'euc-jp': [/[\p{Script=Han}\u3040-\u30ff]/u, [0xa4, 0xa5], [0xb0, 0xcf]],
};
/** How chardet calls what is read by another label. */
const CALLED: Readonly<Record<string, string>> = {
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-9': 'windows-1254',
  'ISO-8859-6': 'windows-1256',
};
/** What chardet's word weighs where the letters do not tell. */
const WEIGHT_OF_ODDS = 0.2;
const WEIGHT_OF_CAPITALS = 0.1;
/** For bytes that keep to the order of Thai, and against those that do not. */
const WEIGHT_OF_THAI = 0.2;
/** For the encoding that is by far the most usual. */
const WEIGHT_OF_WESTERN = 0.15;
/** So many first bytes that are usual weigh as much as all letters. */
const WIDTHS = 400;
/** Of letters, or it is nothing that is known here. */
const ENOUGH = 0.6;

/**
 * The encoding that makes the best words of text that is no Unicode: letters beyond ASCII are those of one language, or whole words of
 * one script.
 * @param sample its first bytes
 */
export function guessedLegacy(sample: Uint8Array): string {
  const odds = new Map(
    analyse(sample).map(({ name, confidence }) => [CALLED[name] ?? name.toLowerCase(), confidence / 100]),
  );
  let best = WESTERN;
  let most = ENOUGH;
  for (const label of [...Object.keys(LATIN), ...Object.keys(SCRIPTS), ...Object.keys(WIDE)]) {
    const text = decoded(sample, label);
    if (text === null) continue;
    const likeness = likenessOf(text, label, sample) + WEIGHT_OF_ODDS * (odds.get(label) ?? 0);
    if (likeness > most) [best, most] = [label, likeness];
  }
  return best;
}

function decoded(sample: Uint8Array, label: string): string | null {
  try {
    return decoderOf(label, true).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

function likenessOf(text: string, label: string, sample: Uint8Array): number {
  const alphabets = LATIN[label];
  if (alphabets) {
    const likeness = Math.max(...alphabets.map((alphabet) => ofAlphabet(text, alphabet)));
    return likeness + (label === WESTERN ? WEIGHT_OF_WESTERN : 0);
  }
  const script = SCRIPTS[label];
  if (label === THAI)
    return ofScript(text, script!) - seldom(text, SELDOM_THAI) + (isThai(sample) ? WEIGHT_OF_THAI : -WEIGHT_OF_THAI);
  if (script) return ofScript(text, script) - WEIGHT_OF_CAPITALS * capitals(text);
  const [letters, ...usual] = WIDE[label]!;
  // Where bytes are usual in several ranges, the narrower tells more.
  const width = usual.reduce((sum, [from, to]) => sum + to - from, 0);
  return ofScript(text, letters) * usualPairs(sample, usual) - width / WIDTHS;
}
