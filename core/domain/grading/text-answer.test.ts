import { describe, expect, it } from 'vitest';
import type { Accepted } from '../question.ts';
import { judgeText, showText } from './text-answer.ts';

const THAI = /[\u0E01-\u0E4E]/;
const accept = (...entries: string[]): Accepted => ({
  th: entries.filter((entry) => THAI.test(entry)),
  en: entries.filter((entry) => !THAI.test(entry)),
});

/** given, accepted text, verdict; `marks` is close with the note that only Thai marks differ. */
type Row = [string, string, 'right' | 'close' | 'wrong' | 'marks'];
const tables: Record<string, Row[]> = {
  'Thai marks make another word': [
    ['เบียร์', 'เบียร์', 'right'],
    ['เบยร', 'เบียร์', 'marks'],
    ['เบียร', 'เบียร์', 'marks'],
    ['เบยร์', 'เบียร์', 'marks'],
    ['ไม่', 'ไม้', 'marks'],
    ['ไม', 'ไม้', 'marks'],
    ['ไม้', 'ไม่', 'marks'],
    ['ไม', 'ไม่', 'marks'],
    ['ป่า', 'ป้า', 'marks'],
    ['ปา', 'ป้า', 'marks'],
    ['ป้า', 'ปา', 'marks'],
    ['ไกล', 'ใกล้', 'wrong'],
    ['นา', 'น้ำ', 'wrong'],
    ['นำ', 'น้ำ', 'marks'],
    ['สนธิสัญญาความมันคงรวม', 'สนธิสัญญาความมั่นคงร่วม', 'marks'],
    ['ป้่า', 'ป้า', 'marks'],
  ],
  'Thai spellings that look alike': [
    ['น\u0E4D\u0E49\u0E32', 'น้ำ', 'right'],
    ['น\u0E49\u0E4D\u0E32', 'น้ำ', 'right'],
    ['น\u0E33\u0E49', 'น้ำ', 'right'],
    ['น\u0E4D\u0E32\u0E49', 'น้ำ', 'right'],
    ['น\u0E49\u0E33', 'น\u0E4D\u0E49\u0E32', 'right'],
    ['ก\u0E4D\u0E32หนด', 'กำหนด', 'right'],
    ['ท\u0E48\u0E35', 'ที่', 'right'],
    ['ผ\u0E49\u0E39นำ', 'ผู้นำ', 'right'],
    ['ที\u0E48\u0E48', 'ที่', 'right'],
    ['ร\u0E32\u0E48ง', 'ร่าง', 'right'],
    ['เเละ', 'และ', 'right'],
    ['เ\u200Bเผน', 'แผน', 'right'],
    ['เ เผน', 'แผน', 'right'],
    ['ค\u0E34\u0E4D', 'คึ', 'right'],
    ['ร\u0E48วมม\u0E37อ', 'ร่วมมือ', 'right'],
  ],
  'spaces and what can not be seen': [
    ['สนธิสัญญา ความมั่นคง ร่วม', 'สนธิสัญญาความมั่นคงร่วม', 'right'],
    ['ทา ช เคนต์', 'ทาชเคนต์', 'right'],
    ['ทาช\u200Bเคนต์', 'ทาชเคนต์', 'right'],
    ['ต่าง ๆ', 'ต่างๆ', 'right'],
    ['ต่างๆ', 'ต่าง ๆ', 'right'],
    ['  Tashkent  ', 'Tashkent', 'right'],
    ['Collective   Security\u00A0Treaty', 'Collective Security Treaty', 'right'],
    ['Tash\u00ADkent', 'Tashkent', 'right'],
    ['\uFEFFTashkent\u200E', 'Tashkent', 'right'],
    ['Ta\u200Csh\u200Dkent', 'Tashkent', 'right'],
    ['\u202BTashkent\u202C', 'Tashkent', 'right'],
    ['องค์การCSTO', 'องค์การ CSTO', 'right'],
    ['มาตรา4', 'มาตรา ๔', 'right'],
    ['มาตรา ๔', 'มาตรา 4', 'right'],
    ['Tash kent', 'Tashkent', 'close'],
  ],
  'case, accents, punctuation': [
    ['tashkent', 'Tashkent', 'right'],
    ['TASHKENT', 'Tashkent', 'right'],
    ['KRAKO\u0301W', 'Kraków', 'right'],
    ['ISTANBUL', 'İstanbul', 'right'],
    ['Moscow.', 'Moscow', 'right'],
    ['"Moscow"!', 'Moscow', 'right'],
    ['“Channel”', '"Channel"', 'right'],
    ['‘Channel’', 'Channel', 'right'],
    ['People’s', "People's", 'right'],
    ['post–Soviet', 'post-Soviet', 'right'],
    ['post Soviet', 'post-Soviet', 'right'],
    ['cooperation', 'co-operation', 'right'],
    ['co-operation', 'cooperation', 'right'],
    ['S300', 'S-300', 'right'],
    ['S 300', 'S-300', 'right'],
    ['C', 'C#', 'wrong'],
    ['войны', 'войны', 'right'],
    ['воины', 'войны', 'close'],
  ],
  'accents make another word where they are not said to be ignored': [
    ['esta', 'está', 'marks'],
    ['está', 'esta', 'marks'],
    ['Krakow', 'Kraków', 'marks'],
    ['Kraków', 'Krakow', 'marks'],
    ['Lodz', 'Łódź', 'marks'],
    ['strasse', 'Straße', 'marks'],
    ['ano', 'año', 'marks'],
    ['año', 'AÑO', 'right'],
  ],
  'a value and its unit are one thing': [
    ['50 %', '50%', 'right'],
    ['50%', '50 %', 'right'],
    ['5 km', '5km', 'right'],
    ['5km', '5 km', 'right'],
    ['20 °C', '20°C', 'right'],
    ['5 km', '6 km', 'wrong'],
  ],
  'full-width letters and digits of other scripts are the plain ones': [
    ['ＣＳＴＯ', 'CSTO', 'right'],
    ['１９９２', '1992', 'right'],
    ['CSTO', 'ＣＳＴＯ', 'right'],
    ['Article ４', 'Article 4', 'right'],
    ['۱۹۹۲', '1992', 'right'],
    ['१९९२', '1992', 'right'],
    ['໑໙໙໒', '1992', 'right'],
  ],
  'signs alone are compared as they stand': [
    ['?', '?', 'right'],
    ['?', '!', 'wrong'],
    ['"', '"', 'right'],
    ['"', '…', 'wrong'],
    ['…', '...', 'wrong'],
    [' → ', '→', 'right'],
    ['()', '[]', 'wrong'],
  ],
  abbreviations: [
    ['สคร', 'ส.ค.ร.', 'right'],
    ['ส.ค.ร.', 'สคร', 'right'],
    ['ส. ค. ร.', 'ส.ค.ร.', 'right'],
    ['UN', 'U.N.', 'right'],
    ['U.N', 'UN', 'right'],
    ['St Petersburg', 'St. Petersburg', 'right'],
    ['PhD', 'Ph.D.', 'right'],
    ['csto', 'Collective Security Treaty Organization (CSTO)', 'right'],
    ['Collective Security Treaty Organization', 'Collective Security Treaty Organization (CSTO)', 'right'],
    ['collective security treaty organization csto', 'Collective Security Treaty Organization (CSTO)', 'right'],
    ['Collective Security Treaty Organization', 'CSTO (Collective Security Treaty Organization)', 'right'],
    ['องค์การสนธิสัญญาความมั่นคงร่วม', 'องค์การสนธิสัญญาความมั่นคงร่วม (CSTO)', 'right'],
    ['Uzbekistan', 'Tashkent (Uzbekistan)', 'wrong'],
    ['CSTO', 'Collective Security Treaty Organization', 'wrong'],
    ['Collective Security Treaty Organization', 'CSTO', 'wrong'],
  ],
  'articles and plurals': [
    ['the Collective Security Treaty', 'Collective Security Treaty', 'right'],
    ['Collective Security Treaty', 'The Collective Security Treaty', 'right'],
    ['President of Republic', 'the President of the Republic', 'right'],
    ['an observer', 'observer', 'right'],
    ['a treaty', 'treaty', 'right'],
    ['Hague', 'The Hague', 'right'],
    ['Vitamin', 'Vitamin A', 'close'],
    ['hepatitis virus', 'hepatitis A virus', 'close'],
    ['hepatitis a virus', 'hepatitis A virus', 'right'],
    ['A', 'A', 'right'],
    ['the', 'the', 'right'],
    ['theatre', 'atre', 'wrong'],
    ['treaties', 'treaty', 'right'],
    ['treaty', 'treaties', 'right'],
    ['observers', 'observer', 'right'],
    ['head of state', 'heads of state', 'close'],
    ['foreign minister', 'Foreign ministers', 'right'],
    ['box', 'boxes', 'right'],
    ['watches', 'watch', 'right'],
    ['heroes', 'hero', 'right'],
    ['glas', 'glass', 'close'],
    ['Adams', 'Adam', 'close'],
    ['Tashkents', 'Tashkent', 'close'],
    ['second treaty', 'treaty', 'wrong'],
    ['ครั้งที่สอง', 'สอง', 'wrong'],
  ],
  'near misses': [
    ['Tashkant', 'Tashkent', 'close'],
    ['Tahskent', 'Tashkent', 'close'],
    ['Tashkentt', 'Tashkent', 'close'],
    ['Taskent', 'Tashkent', 'close'],
    ['Taskant', 'Tashkent', 'wrong'],
    ['Azerbajdjan', 'Azerbaijan', 'close'],
    ['Azebajan', 'Azerbaijan', 'close'],
    ['Asebajan', 'Azerbaijan', 'wrong'],
    ['ทาชเคนค์', 'ทาชเคนต์', 'close'],
    ['ทาเชคนต์', 'ทาชเคนต์', 'close'],
    ['กา', 'ขา', 'wrong'],
    ['cat', 'car', 'wrong'],
    ['Article 5', 'Article 4', 'wrong'],
    ['มาตรา 5', 'มาตรา 4', 'wrong'],
    ['S-400', 'S-300', 'wrong'],
    ['1992', '1993', 'wrong'],
    ['Resolution 1540', 'Resolution 1504', 'wrong'],
    ['Artikle 4', 'Article 4', 'close'],
    ['', 'Tashkent', 'wrong'],
    ['   ', 'Tashkent', 'wrong'],
    ['NATO', 'CSTO', 'wrong'],
  ],
};

for (const [rule, rows] of Object.entries(tables)) {
  describe(rule, () => {
    it.each(rows)('%j for %j is %s', (given, wanted, verdict) => {
      const finding = judgeText(given, accept(wanted));
      expect(finding.verdict).toBe(verdict === 'marks' ? 'close' : verdict);
      expect(finding.note === 'marks-differ').toBe(verdict === 'marks');
    });
  });
}

describe('judgeText', () => {
  const csto = accept('องค์การสนธิสัญญาความมั่นคงร่วม', 'Collective Security Treaty Organization', 'CSTO');

  it('takes full name and abbreviation together where both are accepted', () => {
    expect(judgeText('Collective Security Treaty Organization (CSTO)', csto).verdict).toBe('right');
    expect(judgeText('องค์การสนธิสัญญาความมั่นคงร่วม (CSTO)', csto).verdict).toBe('right');
    expect(judgeText('Collective Security Treaty Organization (NATO)', csto).verdict).not.toBe('right');
  });

  it('shows the difference in the script that was typed', () => {
    expect(judgeText('องค์การสนธิสัญญาความมั่นคงรวม', csto).difference).toEqual([
      { kind: 'same', text: 'องค์การสนธิสัญญาความมั่นคง' },
      { kind: 'extra', text: 'ร' },
      { kind: 'missing', text: 'ร่' },
      { kind: 'same', text: 'วม' },
    ]);
    expect(judgeText('collective security treaty', csto).difference).toEqual([
      { kind: 'same', text: 'Collective Security Treaty' },
      { kind: 'missing', text: ' Organization' },
    ]);
  });

  it('takes names with and without accents where these are ignored', () => {
    for (const [given, wanted] of [
      ['Krakow', 'Kraków'],
      ['Kraków', 'Krakow'],
      ['Lodz', 'Łódź'],
      ['strasse', 'Straße'],
    ] as const) {
      expect(judgeText(given, accept(wanted), 'ignore')).toEqual({ verdict: 'right' });
    }
    expect(judgeText('Krakov', accept('Kraków'), 'ignore').difference).toEqual([
      { kind: 'same', text: 'Krakó' },
      { kind: 'extra', text: 'v' },
      { kind: 'missing', text: 'w' },
    ]);
  });

  it('shows which accent is missing', () => {
    expect(judgeText('esta', accept('está')).difference).toEqual([
      { kind: 'same', text: 'est' },
      { kind: 'extra', text: 'a' },
      { kind: 'missing', text: 'á' },
    ]);
  });

  it('shows no difference for a right or empty answer', () => {
    expect(judgeText('CSTO', csto)).toEqual({ verdict: 'right' });
    expect(judgeText(' ', csto)).toEqual({ verdict: 'wrong' });
  });

  it('shows the first accepted text, and borrows where a language has none', () => {
    expect(showText(csto)).toEqual({ th: csto.th[0], en: csto.en[0] });
    expect(showText(accept('CSTO'))).toEqual({ th: 'CSTO', en: 'CSTO' });
  });
});
