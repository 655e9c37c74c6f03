import { describe, expect, it } from 'vitest';
import type { JudgementNote } from '../judgement.ts';
import { judgeDate, showDate } from './date-answer.ts';

/** given, expected answer, verdict, note */
type Row = [string, string, 'right' | 'wrong', JudgementNote?];
const tables: Record<string, Row[]> = {
  'a year in either era': [
    ['1992', '1992', 'right'],
    ['2535', '1992', 'right'],
    ['๒๕๓๕', '1992', 'right'],
    ['๑๙๙๒', '1992', 'right'],
    ['ค.ศ. 1992', '1992', 'right'],
    ['คศ1992', '1992', 'right'],
    ['พ.ศ. 2535', '1992', 'right'],
    ['พ.ศ.๒๕๓๕', '1992', 'right'],
    ['พศ 2535', '1992', 'right'],
    ['ปี พ.ศ. 2535', '1992', 'right'],
    ['พุทธศักราช 2535', '1992', 'right'],
    ['คริสต์ศักราช 1992', '1992', 'right'],
    ['B.E. 2535', '1992', 'right'],
    ['2535 BE', '1992', 'right'],
    ['2535 B.E.', '1992', 'right'],
    ['AD 1992', '1992', 'right'],
    ['1992 CE', '1992', 'right'],
    ['1992 A.D.', '1992', 'right'],
    ['in the year 1992', '1992', 'right'],
    ['พ.ศ. 2535 (ค.ศ. 1992)', '1992', 'right'],
    ['1992 (B.E. 2535)', '1992', 'right'],
    ['1992 / 2535', '1992', 'right'],
    ['1992.', '1992', 'right'],
    ['พ.ศ. 1019', '476', 'right'],
    ['1993', '1992', 'wrong'],
    ['2536', '1992', 'wrong'],
    ['พ.ศ. 2536', '1992', 'wrong'],
    ['ค.ศ. 2535', '1992', 'wrong', 'era-mismatch'],
    ['พ.ศ. 1992', '1992', 'wrong', 'era-mismatch'],
    ['2535 CE', '1992', 'wrong', 'era-mismatch'],
    ['BE 1992', '1992', 'wrong', 'era-mismatch'],
    ['พ.ศ. 2535 (ค.ศ. 1993)', '1992', 'wrong', 'era-mismatch'],
    ['92', '1992', 'wrong', 'date-incomplete'],
    ['35', '1992', 'wrong', 'date-incomplete'],
    ['1992 BC', '1992', 'wrong', 'not-a-date'],
    ['19922', '1992', 'wrong', 'not-a-date'],
    ['about 1992', '1992', 'wrong', 'not-a-date'],
    ['สองพัน', '1992', 'wrong', 'not-a-date'],
    ['', '1992', 'wrong'],
  ],
  'more than the year that was asked': [
    ['15 May 1992', '1992', 'right', 'date-too-precise'],
    ['15 พ.ค. 2535', '1992', 'right', 'date-too-precise'],
    ['May 1992', '1992', 'right', 'date-too-precise'],
    ['15 May 1993', '1992', 'wrong'],
    ['31 Feb 1992', '1992', 'wrong', 'not-a-date'],
  ],
  'a date in any usual writing': [
    ['15 พฤษภาคม 2535', '1992-05-15', 'right'],
    ['15 พฤษภาคม พ.ศ. 2535', '1992-05-15', 'right'],
    ['๑๕ พฤษภาคม ๒๕๓๕', '1992-05-15', 'right'],
    ['15พฤษภาคม2535', '1992-05-15', 'right'],
    ['วันที่ 15 เดือนพฤษภาคม ปี พ.ศ. 2535', '1992-05-15', 'right'],
    ['วันศุกร์ที่ 15 พฤษภาคม พ.ศ. 2535', '1992-05-15', 'right'],
    ['15 พ.ค. 2535', '1992-05-15', 'right'],
    ['15 พค 2535', '1992-05-15', 'right'],
    ['15 พ.ค. ค.ศ. 1992', '1992-05-15', 'right'],
    ['15 พฤษภา 2535', '1992-05-15', 'right'],
    ['15 พฤษภาคม 1992', '1992-05-15', 'right'],
    ['15 May 1992', '1992-05-15', 'right'],
    ['May 15, 1992', '1992-05-15', 'right'],
    ['May 15th, 1992', '1992-05-15', 'right'],
    ['the 15th of May 1992', '1992-05-15', 'right'],
    ['Friday, 15 May 1992', '1992-05-15', 'right'],
    ['15 may 2535 BE', '1992-05-15', 'right'],
    ['1992 May 15', '1992-05-15', 'right'],
    ['15/5/1992', '1992-05-15', 'right'],
    ['15/05/2535', '1992-05-15', 'right'],
    ['15.5.2535', '1992-05-15', 'right'],
    ['15-05-1992', '1992-05-15', 'right'],
    ['15–5–2535', '1992-05-15', 'right'],
    ['15 5 2535', '1992-05-15', 'right'],
    ['1992-05-15', '1992-05-15', 'right'],
    ['2535-05-15', '1992-05-15', 'right'],
    ['๑๕/๕/๒๕๓๕', '1992-05-15', 'right'],
    ['15 May 1992 (B.E. 2535)', '1992-05-15', 'right'],
    ['15 พฤษภาคม พ.ศ. 2535 (ค.ศ. 1992)', '1992-05-15', 'right'],
    ['2 Jan. 2000', '2000-01-02', 'right'],
    ['2 ม.ค. 2543', '2000-01-02', 'right'],
    ['2 มค 2543', '2000-01-02', 'right'],
    ['3 Sept 2003', '2003-09-03', 'right'],
    ['3 Sep. 2003', '2003-09-03', 'right'],
    ['20 เมษายน 1994', '1994-04-20', 'right'],
    ['29 ก.พ. 2535', '1992-02-29', 'right'],
    ['29 กุมภาพันธ์ พ.ศ. ๒๕๓๕', '1992-02-29', 'right'],
  ],
  'another date, a part of one, or none': [
    ['16 May 1992', '1992-05-15', 'wrong'],
    ['15 June 1992', '1992-05-15', 'wrong'],
    ['15 พ.ย. 2535', '1992-05-15', 'wrong'],
    ['15 May 1993', '1992-05-15', 'wrong'],
    ['15/5/2536', '1992-05-15', 'wrong'],
    ['15 พ.ค. ค.ศ. 2535', '1992-05-15', 'wrong', 'era-mismatch'],
    ['15 May B.E. 1992', '1992-05-15', 'wrong', 'era-mismatch'],
    ['1992', '1992-05-15', 'wrong', 'date-incomplete'],
    ['May 1992', '1992-05-15', 'wrong', 'date-incomplete'],
    ['15 พฤษภาคม', '1992-05-15', 'wrong', 'date-incomplete'],
    ['15/5', '1992-05-15', 'wrong', 'date-incomplete'],
    ['15/5/92', '1992-05-15', 'wrong', 'date-incomplete'],
    ['15/5/35', '1992-05-15', 'wrong', 'date-incomplete'],
    ['15 พ.ค. 35', '1992-05-15', 'wrong', 'date-incomplete'],
    ['May 15, 92', '1992-05-15', 'wrong', 'date-incomplete'],
    ['5/15/1992', '1992-05-15', 'wrong', 'not-a-date'],
    ['31 Feb 1992', '1992-02-29', 'wrong', 'not-a-date'],
    ['31 ก.พ. 2535', '1992-02-29', 'wrong', 'not-a-date'],
    ['29 Feb 1993', '1993-02-28', 'wrong', 'not-a-date'],
    ['31/4/1992', '1992-04-30', 'wrong', 'not-a-date'],
    ['0 May 1992', '1992-05-15', 'wrong', 'not-a-date'],
    ['15 Floréal 1992', '1992-05-15', 'wrong', 'not-a-date'],
    ['พ.ศ. 15 พฤษภาคม', '1992-05-15', 'wrong', 'not-a-date'],
    ['15 May or 16 May 1992', '1992-05-15', 'wrong', 'not-a-date'],
  ],
  'a month': [
    ['May 1992', '1992-05', 'right'],
    ['พฤษภาคม 2535', '1992-05', 'right'],
    ['พ.ค. พ.ศ. 2535', '1992-05', 'right'],
    ['เดือนพฤษภาคม ปี 2535', '1992-05', 'right'],
    ['5/2535', '1992-05', 'right'],
    ['1992-05', '1992-05', 'right'],
    ['15 May 1992', '1992-05', 'right', 'date-too-precise'],
    ['June 1992', '1992-05', 'wrong'],
    ['1992', '1992-05', 'wrong', 'date-incomplete'],
    ['May', '1992-05', 'wrong', 'date-incomplete'],
  ],
};

for (const [rule, rows] of Object.entries(tables)) {
  describe(rule, () => {
    it.each(rows)('%j for %s is %s', (given, wanted, verdict, note) => {
      expect(judgeDate(given, wanted)).toEqual(note === undefined ? { verdict } : { verdict, note });
    });
  });
}

describe('showDate', () => {
  it('writes the date out in both eras', () => {
    expect(showDate('1992-05-15')).toEqual({ th: '15 พฤษภาคม พ.ศ. 2535 (ค.ศ. 1992)', en: '15 May 1992 (B.E. 2535)' });
    expect(showDate('1992-05')).toEqual({ th: 'พฤษภาคม พ.ศ. 2535 (ค.ศ. 1992)', en: 'May 1992 (B.E. 2535)' });
    expect(showDate('1992')).toEqual({ th: 'พ.ศ. 2535 (ค.ศ. 1992)', en: '1992 (B.E. 2535)' });
  });
});
