import { describe, expect, it } from 'vitest';
import { message, textField, varintField } from './collection.fixture.ts';
import { BrokenMessage, Message } from './protobuf.ts';

describe('a message', () => {
  it('gives text and numbers by number, and nothing for what is left out', () => {
    const read = new Message(message(varintField(1, 300), textField(2, 'ไทย')));
    expect([read.int(1), read.text(2), read.int(3), read.text(3), read.float(3), read.has(3)]).toEqual([
      300,
      'ไทย',
      0,
      '',
      undefined,
      false,
    ]);
  });

  it('gives the last of a field that stands twice, and all of a list', () => {
    const read = new Message(message(varintField(1, 1), varintField(1, 2), textField(2, 'a'), textField(2, 'b')));
    expect([read.int(1), read.text(2), read.allBytes(2).length]).toEqual([2, 'b', 2]);
  });

  it('reads a number below 0, which takes ten bytes', () => {
    expect(new Message(Buffer.from('08ffffffffffffffffff01', 'hex')).int(1)).toBe(-1);
  });

  it('gives floats in the fewest digits that mean them, packed or not', () => {
    const packed = Buffer.from('0a080000803f00002041', 'hex');
    const single = Buffer.from('ad026666663f', 'hex');
    expect(new Message(packed).floats(1)).toEqual([1, 10]);
    expect(new Message(single).float(37)).toBe(0.9);
  });

  it.each([
    ['a length beyond the end', '0a05aa'],
    ['an end within a number', '08ff'],
    ['a number without end', `08${'ff'.repeat(12)}`],
    ['field number 0', '0000'],
    ['a group', '0b0c'],
    ['an end within a float', '0d0000'],
  ])('%s is refused', (_, hex) => {
    expect(() => new Message(Buffer.from(hex, 'hex'))).toThrow(BrokenMessage);
  });

  it('refuses a field of another kind, and a number that is not exact', () => {
    const read = new Message(
      message(varintField(1, 1), textField(2, 'abc'), Buffer.from('18ffffffffffffffff7f', 'hex')),
    );
    expect(() => read.text(1)).toThrow(BrokenMessage);
    expect(() => read.int(2)).toThrow(BrokenMessage);
    expect(() => read.floats(2)).toThrow(BrokenMessage);
    expect(() => read.int(3)).toThrow(BrokenMessage);
  });
});
