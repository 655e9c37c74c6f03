import { describe, expect, it } from 'vitest';
import { strengthOf } from './passphrase.ts';

describe('the strength of a passphrase', () => {
  it.each([
    [
      'weak',
      [
        '',
        'short1!',
        'password',
        'passwordpassword',
        '12345678',
        '1234567890123456',
        'aaaaaaaaaaaaaaaaaaaaaaaa',
        'qwerty2026',
        'รหัสผ่าน1234',
        'somchai2535',
        'correct horse',
      ],
    ],
    ['fair', ['somchai loves green tea', 'น้ำขึ้นให้รีบตัก']],
    ['good', ['correct horse battery staple', 'k3j9-x7qa-m2wr-8tze-v5nb', 'ฝนตกขี้หมูไหล คนจัญไรมาพบกัน 27']],
  ] as const)('is %s', (strength, passphrases) => {
    expect(Object.fromEntries(passphrases.map((one) => [one, strengthOf(one)]))).toEqual(
      Object.fromEntries(passphrases.map((one) => [one, strength])),
    );
  });

  it('never falls where something is put behind it that is no word', () => {
    expect(strengthOf('correct horse battery staple 7')).toBe('good');
    expect(strengthOf('correct horse!x9')).not.toBe('weak');
  });
});
