import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeText } from '../domain/grading/text-answer.ts';
import { compileFolder } from './compile-folder.ts';

const { course } = compileFolder(join(import.meta.dirname, '../../content/csto'));
const questions = new Map(
  course?.lessons.flatMap((lesson) => lesson.questions).map((question) => [question.id, question]),
);

/** Question id with the number of the gap where it has gaps; answers that are fair; answers of another thing. */
type Row = readonly [id: string, right: readonly string[], wrong: readonly string[]];
// prettier-ignore
const ROWS: readonly Row[] = [
  // City and country.
  ['ta-place', ['Tashkent', 'Tashkent, Uzbekistan', 'Tashkent (Uzbekistan)', 'the city of Tashkent', 'กรุงทาชเคนต์', 'ทาชเคนต์ ประเทศอุซเบกิสถาน', 'เมืองทาชเคนต์ อุซเบกิสถาน', 'ทาชเคนต์ (อุซเบกิสถาน)'], ['Uzbekistan', 'อุซเบกิสถาน', 'Moscow', 'Tashkent, Kazakhstan']],
  ['fo-charter-city', ['Chisinau', 'Chișinău', 'Chisinau, Moldova', 'Kishinev, Moldova', 'กรุงคีชีเนา', 'คีชีเนา ประเทศมอลโดวา', 'คีชีเนา มอลโดวา'], ['Moldova', 'Minsk', 'มอลโดวา']],
  ['gl-chisinau-documents/2', ['Chisinau', 'Kishinev', 'Chisinau, Moldova', 'เมืองคีชีเนา', 'กรุงคีชีเนา'], ['Moldova', 'Tashkent']],
  ['gl-chisinau-documents/3', ['Legal', 'legal', 'กฎหมาย', 'ทางกฎหมาย'], ['political', 'การเมือง']],
  ['ch-strategy-city', ['Yerevan', 'Yerevan, Armenia', 'Erevan', 'กรุงเยเรวาน', 'เยเรวาน ประเทศอาร์เมเนีย', 'เยเรวาน อาร์เมเนีย'], ['Armenia', 'Astana']],
  ['wd-handover-city', ['Dushanbe', 'Dushanbe, Tajikistan', 'Dushanbe (Tajikistan)', 'กรุงดูชานเบ', 'ดูชานเบ ทาจิกิสถาน', 'นครดูชานเบ'], ['Tajikistan', 'Yerevan']],
  ['wd-astana-package/1', ['Astana', 'Astana, Kazakhstan', 'กรุงอัสตานา', 'อัสตานา ประเทศคาซัคสถาน'], ['Kazakhstan', 'Almaty', 'Nur']],
  ['pa-st-petersburg', ['St Petersburg', 'St. Petersburg', 'Saint Petersburg', 'St Petersburg, Russia', 'Saint Petersburg (Russia)', 'เซนต์ปีเตอร์สเบิร์ก', 'นครเซนต์ปีเตอร์สเบิร์ก', 'เมืองเซนต์ปีเตอร์สเบิร์ก ประเทศรัสเซีย'], ['Moscow', 'Russia', 'มอสโก']],
  ['te-base', ['Kant', 'Kant air base', 'Kant airbase', 'the Kant base', 'Kant, Kyrgyzstan', 'Kant air base, Kyrgyzstan', 'ฐานทัพอากาศคานต์', 'ฐานทัพคานต์ คีร์กีซสถาน', 'ฐานทัพอากาศคานต์ในคีร์กีซสถาน'], ['Manas', 'Manas air base', 'มานัส', 'air base']],
  ['fx-kant', ['Kant', 'Kant air base', 'Russian air base Kant', 'ฐานทัพอากาศคานต์', 'คานต์ ประเทศคีร์กีซสถาน'], ['Manas', 'ฐานทัพอากาศ', 'Osh']],
  // Titles, given names, initials.
  ['op-zubov', ['Zubov', 'I. N. Zubov', 'I.N. Zubov', 'Igor Zubov', 'Mr Zubov', 'Zubov I.N.', 'ซูบอฟ', 'อีกอร์ ซูบอฟ', 'นายซูบอฟ', 'ไอ. เอ็น. ซูบอฟ', 'นายอีกอร์ ซูบอฟ'], ['Borisov', 'Igor', 'Yuri Zubov', 'บอรีซอฟ']],
  ['pa-volodin', ['Volodin', 'V.V. Volodin', 'V. V. Volodin', 'V. Volodin', 'Vyacheslav Volodin', 'Volodin V.V.', 'Mr Volodin', 'Chairman Volodin', 'โวโลดิน', 'วี. วี. โวโลดิน', 'นายวยาเชสลาฟ โวโลดิน', 'ประธานโวโลดิน'], ['Voronin', 'V. Voronin', 'โวโรนิน', 'Naryshkin', 'V.V.']],
  ['rc-coverage-complaint', ['Bordyuzha', 'Nikolai Bordyuzha', 'Mr Bordyuzha', 'N. Bordyuzha', 'Secretary General Bordyuzha', 'บอร์ดยูจา', 'นายบอร์ดยูจา', 'นายนิโคไล บอร์ดยูจา', 'เลขาธิการบอร์ดยูจา', 'นาย นิโคไล บอร์ดยูจา'], ['Lukashenko', 'Secretary General', 'เลขาธิการ', 'Nikolai']],
  ['te-who-asked', ['Otunbayeva', 'Roza Otunbayeva', 'Ms Otunbayeva', 'President Otunbayeva', 'R. Otunbayeva', 'นางโรซา โอตุนบาเยวา', 'ประธานาธิบดีโอตุนบาเยวา'], ['Lukashenko', 'Roza', 'President']],
  // Organizations and bodies with and without abbreviation.
  ['gl-csto-full-name', ['Collective Security Treaty Organization', 'Collective Security Treaty Organisation', 'Collective Security Treaty Organization (CSTO)', 'The Collective Security Treaty Organization', 'องค์การสนธิสัญญาความมั่นคงร่วม (CSTO)', 'องค์การสนธิสัญญาความมั่นคงร่วม'], ['CSTO', 'Collective Security Treaty', 'สนธิสัญญาความมั่นคงร่วม', 'Collective Security Council']],
  ['gl-supreme-body', ['CSC', 'Collective Security Council', 'Collective Security Council (CSC)', 'CSC (Collective Security Council)', 'the CSC of the CSTO', 'คณะมนตรีความมั่นคงร่วม', 'คณะมนตรีความมั่นคงร่วม (CSC)', 'คณะมนตรีความมั่นคงร่วมของ CSTO'], ['CSSC', 'CDM', 'CFM', 'Permanent Council', 'Security Council', 'สภาถาวร']],
  ['ww-military-committee-name', ['Military Committee', 'the Military Committee of the CSTO', 'CSTO Military Committee', 'คณะกรรมการทหาร', 'คณะกรรมการทหารของ CSTO', 'คณะกรรมการทหาร CSTO', 'คณะกรรมการด้านการทหาร'], ['Joint Staff', 'CDM', 'คณะเสนาธิการร่วม']],
  ['pa-wolesi-jirga', ['Wolesi Jirga', 'the Wolesi Jirga of Afghanistan', 'Wolesi Jirga (lower house)', 'House of the People', 'lower house', 'โวเลซี จีรกา', 'สภาผู้แทนราษฎร', 'สภาล่าง', 'สภาผู้แทนราษฎรอัฟกานิสถาน'], ['Meshrano Jirga', 'upper house', 'วุฒิสภา']],
  ['fx-2015-statement/1', ['CRRF', 'Collective Rapid Reaction Force', 'Collective Rapid Reaction Forces (CRRF)', 'the CRRF of the CSTO', 'กองกำลังตอบสนองเร็วร่วม', 'กองกำลังตอบสนองเร็วร่วม (CRRF)', 'กองกำลังตอบสนองเร็วร่วมของ CSTO'], ['CRDF', 'Collective Rapid Deployment Forces', 'กองกำลังเคลื่อนที่เร็วร่วม']],
  ['fp-sidelines/1', ['UN', 'United Nations', 'the United Nations', 'United Nations (UN)', 'สหประชาชาติ', 'องค์การสหประชาชาติ', 'สหประชาชาติ (UN)'], ['OSCE', 'CSTO']],
  ['fp-sidelines/2', ['OSCE', 'Organization for Security and Co-operation in Europe', 'Organisation for Security and Cooperation in Europe (OSCE)', 'องค์การว่าด้วยความมั่นคงและความร่วมมือในยุโรป', 'องค์การเพื่อความมั่นคงและความร่วมมือในยุโรป (OSCE)'], ['UN', 'SCO', 'Europe']],
  // Terms in their usual wordings.
  ['gl-type-of-organization', ['military-political union', 'military and political union', 'political-military union', 'a military-political alliance', 'military–political', 'สหภาพทางทหารและการเมือง', 'พันธมิตรทางทหารและการเมือง', 'สหภาพทหารและการเมือง'], ['economic union', 'military union', 'สหภาพเศรษฐกิจ']],
  ['ta-consultations', ['consultations', 'consultation', 'a consultation mechanism', 'a mechanism of regional consultations', 'joint consultations', 'การปรึกษาหารือ', 'กลไกการปรึกษาหารือระดับภูมิภาค', 'หารือร่วมกัน', 'การหารือ'], ['sanctions', 'military aid', 'ความช่วยเหลือทางทหาร']],
  ['ta-article-4-text/1', ['one', 'a', 'any', 'a single', '1', 'หนึ่ง', 'รัฐหนึ่ง'], ['two', 'all', 'ทุก']],
  ['ww-joint-staff-of/2', ['military', 'the military', 'การทหาร', 'ทางทหาร', 'ด้านการทหาร'], ['political', 'การเมือง']],
  ['fo-prep-year/2', ['collapse', 'dissolution', 'disintegration', 'breakup', 'การสลายตัว', 'ล่มสลาย'], ['extension', 'การขยาย']],
  ['ch-principle-name', ['non-interference', 'noninterference', 'the principle of non-interference', 'non-interference in internal affairs', 'non-intervention', 'การไม่แทรกแซงกิจการภายใน', 'หลักการไม่แทรกแซง', 'หลักไม่แทรกแซงกิจการภายใน'], ['interference', 'equality', 'การแทรกแซง', 'ความเสมอภาค']],
  ['ch-voluntary-case', ['voluntary participation', 'voluntariness', 'การเข้าร่วมโดยสมัครใจ', 'ร่วมโดยสมัครใจ', 'ความสมัครใจเข้าร่วม'], ['equality', 'ความเท่าเทียม']],
  ['ch-case-riots/1', ['non-interference', 'การไม่แทรกแซง', 'ห้ามแทรกแซง', 'การไม่เข้าไปแทรกแซงกิจการภายใน'], ['equality', 'การแทรกแซง']],
  ['wd-between-sessions', ['Permanent Council', 'Standing Council', 'สภาถาวร'], ['Secretariat', 'สำนักเลขาธิการ']],
  ['hd-neutrality-for/1', ['nuclear', 'nuclear weapons', 'นิวเคลียร์', 'อาวุธนิวเคลียร์'], ['chemical', 'เคมี']],
  ['mt-prices/1', ['special', 'preferential', 'reduced', 'discounted', 'favourable', 'พิเศษ', 'ราคาพิเศษ', 'ลดพิเศษ'], ['market', 'world', 'ตลาด']],
];

describe('fair answers of the course are accepted, those of another thing are not', () => {
  it.each(ROWS)('%s', (where, right, wrong) => {
    const [id = '', gap] = where.split('/');
    const question = questions.get(id);
    expect(question?.retired, `${id} is asked`).toBe(undefined);
    const asked = question?.kind === 'cloze' ? question.blanks[Number(gap) - 1] : question;
    if (asked === undefined || !('accept' in asked)) throw new Error(`${where} is not answered in writing`);
    const isRight = (typed: string) => judgeText(typed, asked.accept, asked.accents).verdict === 'right';
    expect(right.filter((typed) => !isRight(typed))).toEqual([]);
    expect(wrong.filter(isRight)).toEqual([]);
  });
});
