import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

const split = (line: string, language: 'th' | 'en', ends?: readonly number[]) =>
  sentencesOf(line, language, ends).map(([from, to]) => line.slice(from, to));

describe('sentences of a line', () => {
  it.each<[string[]]>([
    [['Keep that as a claim.', 'It tells you where the author stands.']],
    [['It took effect on 20 April 1994 (B.E. 2537).', 'Dr. Smith of the U.S. Senate read Art. 4 on p. 12.']],
    [['What should a careful reader write?', '“Georgia joined in 1993” – true on every account.']],
    [['one piece without an end']],
  ])('English: %j', (sentences) => {
    expect(split(sentences.join(' '), 'en')).toEqual(sentences);
  });

  it.each<[string[]]>([
    [
      [
        'เนื้อหาส่วนนี้คือบทวิจารณ์ ซึ่งเปิดเรื่องด้วยการประเมินของผู้เขียน',
        'ขอให้จำประโยคนี้ในฐานะคำกล่าวอ้าง',
        'ประโยคนี้บอกให้รู้ว่าผู้เขียนมองจากจุดยืนใด และบทเรียนนี้ไม่ได้ขอให้ผู้เรียนเห็นด้วย',
      ],
    ],
    // Names, dates and figures in a row are one sentence, however many spaces stand between them.
    [['หกรัฐนั้นคือ คาซัคสถาน คีร์กีซสถาน ทาจิกิสถาน รัสเซีย อาร์เมเนีย และอุซเบกิสถาน']],
    [['วันที่ 15 พฤษภาคม พ.ศ. 2535 (ค.ศ. 1992) ผู้นำของหกรัฐพบกันที่กรุงทาชเคนต์']],
    [['บทวิจารณ์กล่าวว่าในระยะแรกองค์การ CSTO มุ่งไปที่ความมั่นคงในเอเชียกลางเป็นหลัก']],
    // What is said of stands with what is said.
    [['ใน พ.ศ. 2536 จอร์เจีย เบลารุส และอาเซอร์ไบจานเข้าร่วม', 'เรื่องปีนั้น ทุกย่อหน้าที่กล่าวถึงให้ไว้ตรงกัน']],
    // What is in quotation marks or brackets is not cut.
    [['จึงควรเขียนว่า “จอร์เจียเข้าร่วมเมื่อเดือนกันยายน เนื้อหาภาพรวมว่าเดือนธันวาคมตามที่พิมพ์ไว้”']],
    [['ข้อความนี้หมายความว่าอย่างไรกันแน่?', 'คำตอบอยู่ในย่อหน้าถัดไปของบทเรียนนี้']],
  ])('Thai: %j', (sentences) => {
    expect(split(sentences.join(' '), 'th')).toEqual(sentences);
  });

  it('a citation ends a Thai sentence, however short it is', () => {
    const line = 'มีเก้ารัฐ หกรัฐนั้นคือผู้ก่อตั้ง';
    expect(split(line, 'th')).toEqual([line]);
    expect(split(line, 'th', ['มีเก้ารัฐ'.length])).toEqual(['มีเก้ารัฐ', 'หกรัฐนั้นคือผู้ก่อตั้ง']);
  });

  it('a Thai line is never cut within a word, and nothing but blanks is left out', () => {
    const word = fc.constantFrom(
      'สนธิสัญญา',
      'ผู้นำของหกรัฐพบกันที่กรุงทาชเคนต์',
      'พ.ศ.',
      '2535',
      '(ค.ศ.',
      '1992)',
      'และ',
      'CIS',
      'ๆ',
      '“',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.constantFrom('th' as const, 'en' as const),
        (words, language) => {
          const line = words.join(' ');
          const pieces = split(line, language);
          expect(pieces.join(' ')).toBe(line);
        },
      ),
    );
  });

  it('an empty line has none', () => {
    expect([split('', 'th'), split('  ', 'en')]).toEqual([[], []]);
  });
});
