import { describe, expect, it } from 'vitest';
import { decodedText } from './text-encoding.ts';

/** Text in an encoding of one or two bytes a letter, by looking for what each pair is read as. */
function encoded(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytesOf = new Map<string, number[]>();
  for (let first = 0x80; first < 0x100; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const letter = decoder.decode(Uint8Array.of(first, second));
      if (letter.length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, [first, second]);
    }
  }
  for (let byte = 0; byte < 0x100; byte++) {
    const letter = decoder.decode(Uint8Array.of(byte));
    if (letter !== '\uFFFD') bytesOf.set(letter, [byte]);
  }
  return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter)!));
}

describe('text that is no Unicode is read as those who wrote it meant it', () => {
  it.each([
    ['windows-874', 'คำศัพท์,ความหมาย\nแมว,cat\nผู้หญิง,woman\n'],
    ['windows-1252', 'café;coffee\nnaïve;naive\n'],
    ['windows-1252', 'Tür;door\nMädchen;girl\nStraße;street\n'],
    ['windows-1252', 'Þór;god\nbækur;books\nþetta;this\n'],
    ['windows-1250', 'żółw;turtle\nłódź;boat\nźdźbło;blade\nkoń;horse\n'],
    ['windows-1250', 'kůň;horse\nšíp;arrow\nžába;frog\n'],
    ['iso-8859-2', 'kůň;horse\npříliš;too\nžluťoučký;yellowish\n'],
    ['windows-1254', 'ağaç;tree\nşeker;sugar\nçocuk;child\n'],
    ['windows-1257', 'ąžuolas;oak\nžuvis;fish\nėjimas;move\n'],
    ['windows-1251', 'дом;house\nкошка;cat\nмолоко;milk\n'],
    ['koi8-r', 'дом;house\nкошка;cat\nмолоко;milk\n'],
    ['windows-1253', 'γάτα;cat\nσκύλος;dog\nνερό;water\n'],
    ['windows-1255', 'שלום;peace\nבית;house\nמים;water\n'],
    ['windows-1256', 'سلام;peace\nبيت;house\nماء;water\n'],
    ['shift_jis', '単語,意味\n猫,ねこ cat\n日本語,にほんご\n'],
    ['euc-jp', '単語,意味\n猫,ねこ\n日本語,にほんご\n'],
    ['gb18030', '词,意思\n猫,cat 动物\n学习,to learn\n'],
    ['big5', '詞,意思\n貓,cat\n狗,dog\n學習,to learn\n'],
    ['euc-kr', '단어,뜻\n고양이,cat\n물,water\n한국어,Korean\n'],
  ])('%s: %j', (label, text) => {
    expect(decodedText(encoded(text, label))).toEqual({ text, encoding: label, isMended: false });
  });

  it('reads the curly quotes, dashes and letters that windows-1252 has where Latin-1 has none', () => {
    const bytes = Uint8Array.of(0x93, 0x9c, 0x75, 0x66, 0x94, 0x20, 0x97, 0x20, 0x80, 0x0a);
    expect(decodedText(bytes, 'windows-1252').text).toBe('“œuf” — €\n');
    expect(decodedText(bytes, 'latin1').text).toBe('“œuf” — €\n');
  });

  it('takes a text of UTF-8 with a broken letter for that', () => {
    const bytes = Buffer.concat([Buffer.from('weiß,ü\nschön,ä\ngroß,ö\n'), Uint8Array.of(0xff)]);
    expect(decodedText(bytes)).toMatchObject({ encoding: 'utf-8', isMended: true });
  });
});
