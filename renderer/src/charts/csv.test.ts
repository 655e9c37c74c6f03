import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a table as comma-separated values', () => {
  it('begins with a byte order mark, so that spreadsheets read Thai, and ends its lines as RFC 4180 says', () => {
    expect(csvOf({ head: ['วัน', 'คำตอบ'], rows: [['2026-11-23', 12]] })).toBe('\uFEFFวัน,คำตอบ\r\n2026-11-23,12\r\n');
  });

  it('quotes what would end a field, and leaves out what is not known', () => {
    expect(csvOf({ head: ['a', 'b', 'c'], rows: [['x, "y"', 'two\nlines', null]] })).toBe(
      '\uFEFFa,b,c\r\n"x, ""y""","two\nlines",\r\n',
    );
  });

  it('writes figures in full with a point, whatever the language', () => {
    expect(csvOf({ head: ['a'], rows: [[0.8933333333], [-1234.5]] })).toBe('\uFEFFa\r\n0.8933333333\r\n-1234.5\r\n');
  });

  it('lets no text run as a formula', () => {
    expect(csvOf({ head: ['a'], rows: [['=1+1'], ['@x'], ['+7']] })).toBe(`\uFEFFa\r\n"'=1+1"\r\n"'@x"\r\n"'+7"\r\n`);
  });
});
