import { describe, expect, it } from 'vitest';
import { keepDates, keepWhole, plainText } from './unbroken.ts';

const shown = (text: string) => text.replaceAll('\u2060', '+').replaceAll('\u200B', '|').replaceAll('\u00A0', '_');
const whole = (words: string[], text: string) => shown(keepWhole(words)(text));

describe('words that stay whole', () => {
  it('joins every letter of a word with the next, and lets a line break beside it', () => {
    expect(whole(['รัสเซีย'], 'ของรัสเซียกับ')).toBe('ของ|รั+ส+เ+ซี+ย|กับ');
  });

  it('lets no line begin with a sign, a mark or a repetition', () => {
    expect(whole(['โซชี'], '(โซชี) โซชีๆ “โซชี”')).toBe('(โ+ซ+ชี) โ+ซ+ชีๆ “โ+ซ+ชี”');
  });

  it('takes the longest word, and none that ends or begins in the middle of a letter', () => {
    expect(whole(['คีร์กีซ', 'คีร์กีซสถาน'], 'คีร์กีซสถาน')).toBe('คี+ร์+กี+ซ+ส+ถ+า+น');
    expect(whole(['มา', 'กา'], 'มาำ เกา กาั')).toBe('มาำ เกา กาั');
  });

  it('keeps ำ with its letter', () => {
    expect(whole(['สำนัก'], 'สำนัก')).toBe('สำ+นั+ก');
  });

  it('changes nothing without words', () => {
    expect(whole([], 'รัสเซีย')).toBe('รัสเซีย');
  });
});

describe('dates that stay on one line', () => {
  it.each([
    ['15 พฤษภาคม พ.ศ. 2535', '15_พฤษภาคม_พ.ศ._2535'],
    ['เมื่อ พ.ศ. 2562 (ค.ศ. 2019)', 'เมื่อ พ.ศ._2562 (ค.ศ._2019)'],
    ['มิ.ย. 2549', 'มิ.ย._2549'],
    ['on 7 October 2002 (B.E. 2545)', 'on 7_October_2002 (B.E._2545)'],
    ['in May 2002, 8 Dec 2026', 'in May_2002, 8_Dec_2026'],
    ['พ.ศ. 2535-2562', 'พ.ศ._2535+–+2562'],
    ['1996 – 1997, 2018-19', '1996+–+1997, 2018+–+19'],
    ['3-5 April', '3+–+5_April'],
    ['พ.ศ. {{1}}', 'พ.ศ._{{1}}'],
    ['p001–p181, 1,500–2,000', 'p001+–+p181, 1,500+–+2,000'],
  ])('%s', (text, kept) => expect(shown(keepDates(text))).toBe(kept));

  it.each(['six of 43 documents', '1999-04-02', '20 Marches', 'S-300', '8-800-2555', '1,500-2,000', 'it may 2 or 3'])(
    'leaves alone: %s',
    (text) => expect(keepDates(text)).toBe(text),
  );
});

it('gives the text back as it was typed', () => {
  const text = 'รัสเซียกับเบลารุสเมื่อ 15 พฤษภาคม พ.ศ. 2535';
  expect(plainText(keepDates(keepWhole(['รัสเซีย', 'เบลารุส'])(text)))).toBe(text);
});
