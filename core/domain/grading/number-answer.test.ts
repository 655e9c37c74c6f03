import { describe, expect, it } from 'vitest';
import { judgeNumber, showNumber } from './number-answer.ts';

/** given, expected answer (with its tolerance), verdict; `none` is wrong because no number can be read. */
type Row = [string, number | [number, number], 'right' | 'wrong' | 'none'];
const tables: Record<string, Row[]> = {
  separators: [
    ['1500', 1500, 'right'],
    ['1,500', 1500, 'right'],
    ['1 500', 1500, 'right'],
    ['1\u00A0500', 1500, 'right'],
    ['1\u2009500', 1500, 'right'],
    ['1\u202F500', 1500, 'right'],
    ["1'500", 1500, 'right'],
    ['1’500', 1500, 'right'],
    ['1.500', 1500, 'right'],
    ['1.500', 1.5, 'right'],
    ['1,500', 1.5, 'wrong'],
    ['1.5', 1.5, 'right'],
    ['1,5', 1.5, 'right'],
    ['1,50', 1.5, 'right'],
    ['0,500', 0.5, 'right'],
    ['.5', 0.5, 'right'],
    ['1,234,567', 1234567, 'right'],
    ['1.234.567', 1234567, 'right'],
    ['1,234.5', 1234.5, 'right'],
    ['1.234,5', 1234.5, 'right'],
    ['1,23,4', 1234, 'none'],
    ['1,500', 1501, 'wrong'],
    ['15', 1500, 'wrong'],
  ],
  'Thai digits, units and words around it': [
    ['๔๓', 43, 'right'],
    ['๑,๕๐๐ คน', 1500, 'right'],
    ['43 ฉบับ', 43, 'right'],
    ['43ฉบับ', 43, 'right'],
    ['43 documents', 43, 'right'],
    ['ฉบับที่ 43', 43, 'right'],
    ['50%', 50, 'right'],
    ['ร้อยละ 50', 50, 'right'],
    ['about 1,500 people', 1500, 'right'],
    ['ประมาณ 1,500 คน', 1500, 'right'],
    ['~1500', 1500, 'right'],
    ['$20', 20, 'right'],
    ['20 km2', 20, 'right'],
    ['-5 °C', -5, 'right'],
    ['−5', -5, 'right'],
    ['ลบ 5', -5, 'right'],
    ['5', -5, 'wrong'],
    ['-5', 5, 'wrong'],
    ['43 or 44', 43, 'none'],
    ['40-43', 43, 'none'],
    ['many', 43, 'none'],
    ['1e3', 1000, 'none'],
    ['42', 43, 'wrong'],
    ['', 43, 'wrong'],
  ],
  'scales and number words': [
    ['19.5 thousand', 19500, 'right'],
    ['19.5 พัน', 19500, 'right'],
    ['19.5 พันคน', 19500, 'right'],
    ['1.95 หมื่น', 19500, 'right'],
    ['2 แสน', 200000, 'right'],
    ['3 ล้าน', 3e6, 'right'],
    ['3ล้านคน', 3e6, 'right'],
    ['3 million people', 3e6, 'right'],
    ['2 พันล้าน', 2e9, 'right'],
    ['1 ล้าน 5 แสน', 1.5e6, 'right'],
    ['2 hundred thousand', 200000, 'right'],
    ['6 พันธมิตร', 6, 'right'],
    ['six', 6, 'right'],
    ['Six countries', 6, 'right'],
    ['twenty', 20, 'right'],
    ['forty-three', 43, 'right'],
    ['one thousand five hundred', 1500, 'right'],
    ['a hundred and one', 101, 'right'],
    ['หก', 6, 'right'],
    ['หกประเทศ', 6, 'right'],
    ['หก ประเทศ', 6, 'right'],
    ['สิบเอ็ด', 11, 'right'],
    ['ยี่สิบ', 20, 'right'],
    ['ยี่สิบเอ็ด', 21, 'right'],
    ['สี่สิบสาม', 43, 'right'],
    ['หนึ่งพันห้าร้อย', 1500, 'right'],
    ['พันห้าร้อยคน', 1500, 'right'],
    ['ประมาณสี่พันคน', 4000, 'right'],
    ['สองแสนห้าหมื่น', 250000, 'right'],
    ['ห้าร้อยล้าน', 5e8, 'right'],
    ['minus five', -5, 'right'],
    ['ลบห้า', -5, 'right'],
    ['thousands of people', 1000, 'none'],
    ['seven', 6, 'wrong'],
    ['five six', 6, 'none'],
    ['five or six', 6, 'none'],
    ['ห้ามเข้า', 5, 'none'],
    ['สามัคคี', 3, 'none'],
  ],
  'short scales, and shares in words': [
    ['20k', 20000, 'right'],
    ['20k', 20, 'wrong'],
    ['20 K', 20000, 'right'],
    ['20k people', 20000, 'right'],
    ['1.5m', 1.5e6, 'right'],
    ['1.5m', 1.5, 'wrong'],
    ['1.5 mn', 1.5e6, 'right'],
    ['3bn', 3e9, 'right'],
    ['3 b', 3e9, 'right'],
    ['3bn', 3, 'wrong'],
    ['2 trn', 2e12, 'right'],
    ['20km', 20, 'right'],
    ['20 kg', 20, 'right'],
    ['ร้อยละห้าสิบ', 50, 'right'],
    ['ร้อยละ 50', 50, 'right'],
    ['ร้อยละ ๕๐', 50, 'right'],
    ['ร้อยละสี่สิบเอ็ด', 41, 'right'],
    ['ร้อย', 100, 'right'],
    ['๕๐ %', 50, 'right'],
    ['２０', 20, 'right'],
    ['fifty percent', 50, 'right'],
  ],
  'no part of a number that can not be read to its end': [
    ['six hundert', 6, 'none'],
    ['six hundert', 600, 'none'],
    ['six hundert people', 6, 'none'],
    ['two thousend', 2, 'none'],
    ['five milion', 5, 'none'],
    ['3 millon people', 3, 'none'],
    ['1.5 bilion', 1.5, 'none'],
    ['20 thousnd', 20, 'none'],
    ['2 hunderd thousand', 2, 'none'],
    ['six hundred fity', 600, 'none'],
    ['six hundred and fity', 600, 'none'],
    ['forty-tow', 40, 'none'],
    ['forty thre', 40, 'none'],
    ['one thousand five hundrd', 1005, 'none'],
    ['20 five', 20, 'none'],
    ['six 5', 5, 'none'],
    ['two and a half', 2, 'none'],
    ['5 and a half', 5, 'none'],
    ['two thirds', 2, 'none'],
    ['5 ล้านครึ่ง', 5e6, 'none'],
    ['5 ลาน', 5, 'none'],
    ['3 หมืน', 3, 'none'],
    ['หกร้อน', 6, 'none'],
    ['two trillion', 2e12, 'right'],
    ['two dozen', 24, 'right'],
    ['six men', 6, 'right'],
    ['forty men', 40, 'right'],
    ['two hundred men', 200, 'right'],
    ['forty tonnes', 40, 'right'],
    ['six hours', 6, 'right'],
    ['twenty forts', 20, 'right'],
    ['five minions', 5, 'right'],
    ['7 days', 7, 'right'],
    ['15 third countries', 15, 'right'],
    ['5 ด้าน', 5, 'right'],
    ['5 ราย', 5, 'right'],
    ['5 แผน', 5, 'right'],
  ],
  'tolerance, and no era': [
    ['19.6', [19.5, 0.1], 'right'],
    ['19.4', [19.5, 0.1], 'right'],
    ['19.61', [19.5, 0.1], 'wrong'],
    ['4,100', [4000, 100], 'right'],
    ['4101', [4000, 100], 'wrong'],
    ['1000000001', 1e9, 'wrong'],
    ['2535', 1992, 'wrong'],
    ['พ.ศ. 2535', 1992, 'wrong'],
    ['1992', 2535, 'wrong'],
  ],
};

for (const [rule, rows] of Object.entries(tables)) {
  describe(rule, () => {
    it.each(rows)('%j for %j is %s', (given, wanted, verdict) => {
      const [answer, tolerance] = typeof wanted === 'number' ? [wanted, 0] : wanted;
      const expected = verdict === 'none' ? { verdict: 'wrong', note: 'not-a-number' } : { verdict };
      expect(judgeNumber(given, { answer, tolerance })).toEqual(expected);
    });
  });
}

describe('a unit of the question', () => {
  it('may follow a number word without a space', () => {
    const unit = { th: 'กองพัน', en: 'battalions' };
    expect(judgeNumber('สามกองพัน', { answer: 3, tolerance: 0, unit }).verdict).toBe('right');
    expect(judgeNumber('สามกองพัน', { answer: 3, tolerance: 0 }).note).toBe('not-a-number');
  });

  it('that is a short sign is that sign and no scale', () => {
    const metres = { th: 'เมตร', en: 'metres' };
    expect(judgeNumber('5 m', { answer: 5, tolerance: 0, unit: metres }).verdict).toBe('right');
    expect(judgeNumber('5m', { answer: 5_000_000, tolerance: 0, unit: metres }).verdict).toBe('wrong');
    expect(judgeNumber('300 K', { answer: 300, tolerance: 0, unit: { th: 'K', en: 'K' } }).verdict).toBe('right');
  });

  it('is shown behind the number', () => {
    expect(showNumber(1500, { th: 'คน', en: 'people' })).toEqual({ th: '1,500 คน', en: '1,500 people' });
    expect(showNumber(12.5, { th: '%', en: '%' })).toEqual({ th: '12.5%', en: '12.5%' });
    expect(showNumber(4)).toEqual({ th: '4', en: '4' });
  });
});
