import { describe, expect, it } from 'vitest';
import type { Accepted } from '../question.ts';
import { judgeText } from './text-answer.ts';

const PERSON: Accepted = { th: ['วยาเชสลาฟ โวโลดิน', 'โวโลดิน'], en: ['Vyacheslav Volodin', 'Volodin', 'V. Volodin'] };
const CITY: Accepted = { th: ['ทาชเคนต์', 'กรุงทาชเคนต์'], en: ['Tashkent', 'Tashkent, Uzbekistan'] };
const BODY: Accepted = { th: ['คณะมนตรีความมั่นคงร่วม'], en: ['Collective Security Council', 'CSC'] };
const FULL: Accepted = { th: ['องค์การสนธิสัญญาความมั่นคงร่วม'], en: ['Collective Security Treaty Organization'] };
const MODEL: Accepted = { th: ['แบบ'], en: ['model'] };
const SECRETARIES: Accepted = { th: [], en: ['CSSC'] };
const FORCE: Accepted = { th: [], en: ['CRRF'] };
const LONG: Accepted = { th: ['ประธานโวโลดิน', 'โวโลดิน'], en: ['Chairman Volodin', 'Volodin'] };

describe('names as people write them', () => {
  it.each<[string, Accepted, 'right' | 'close' | 'wrong']>([
    ['Mr Volodin', PERSON, 'right'],
    ['mr. volodin', PERSON, 'right'],
    ['นายโวโลดิน', PERSON, 'right'],
    ['นาย วยาเชสลาฟ โวโลดิน', PERSON, 'right'],
    ['นางสาวโวโลดิน', PERSON, 'right'],
    ['Mr Volodim', PERSON, 'close'],
    ['Mr', PERSON, 'wrong'],
    ['Mr Voronin', PERSON, 'wrong'],
    // A form of address is dropped before names only.
    ['นางแบบ', MODEL, 'wrong'],
    ['Tashkent Uzbekistan', CITY, 'close'],
    ['Tashkent (Uzbekistan)', { ...CITY, en: [...CITY.en, 'Tashkent Uzbekistan'] }, 'right'],
    // A title in the list buys no slips in the name.
    ['V. Voronin', PERSON, 'wrong'],
    ['Chairman Voronin', LONG, 'wrong'],
    ['Chairman Volodim', LONG, 'close'],
    ['ประธานโวโรนิน', LONG, 'wrong'],
    ['ประธานโวโลดิม', LONG, 'close'],
    // The abbreviation beside the full name adds nothing, whether it is listed or not.
    ['Collective Security Treaty Organization (CSTO)', FULL, 'right'],
    ['CSTO (Collective Security Treaty Organization)', FULL, 'right'],
    ['องค์การสนธิสัญญาความมั่นคงร่วม (CSTO)', FULL, 'right'],
    ['องค์การสนธิสัญญาความมั่นคงร่วม (C.S.T.O.)', FULL, 'right'],
    ['CSTO', FULL, 'wrong'],
    ['Collective Security Treaty Organization (CST)', FULL, 'wrong'],
    ['คณะมนตรีความมั่นคงร่วม (CSC)', BODY, 'right'],
    ['คณะมนตรีความมั่นคงร่วม (CSSC)', BODY, 'wrong'],
    // One letter makes an abbreviation another thing.
    ['CSC', SECRETARIES, 'wrong'],
    ['CDSC', SECRETARIES, 'wrong'],
    ['CRDF', FORCE, 'wrong'],
    ['crrf', FORCE, 'right'],
    ['CSSC', BODY, 'wrong'],
  ])('%s', (typed, accept, verdict) => {
    expect(judgeText(typed, accept, 'ignore').verdict).toBe(verdict);
  });
});
