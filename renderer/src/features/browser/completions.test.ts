import { describe, expect, it } from 'vitest';
import { completionsAt, type Names } from './completions.ts';

const names: Names = { decks: ['CSTO', 'Thai words', 'Thai words::Food'], tags: ['eu', 'อาหาร'], noteTypes: ['Basic'] };

/** The query after each of the completions was taken. @param typed the caret stands at `|` */
function taken(typed: string): string[] {
  const caret = typed.indexOf('|');
  const query = typed.replace('|', '');
  return completionsAt(query, caret, names).map(({ text, from, to }) => query.slice(0, from) + text + query.slice(to));
}

describe('what a query may go on with', () => {
  it.each([
    ['d|', ['deck:', 'due:']],
    ['cat d|', ['cat deck:', 'cat due:']],
    ['-is|', ['-is:']],
    ['(ta|', ['(tag:']],
    ['deck:|', ['deck:CSTO ', 'deck:"Thai words" ', 'deck:"Thai words::Food" ']],
    ['deck:food|', ['deck:"Thai words::Food" ']],
    ['deck:"Thai words::F|', ['deck:"Thai words::Food" ']],
    ['deck:cs|to x', ['deck:CSTO x']],
    ['tag:อาห|', ['tag:อาหาร ']],
    ['is:sus|', ['is:suspended ']],
    ['kind:ch|', ['kind:choice ', 'kind:choices ', 'kind:match ']],
    ['prop:la|', ['prop:lapses']],
    ['note:b|', ['note:Basic ']],
    ['|', []],
    ['cat |', []],
    ['"d|', []],
    ['front:d|', []],
    ['is:suspended|', []],
  ])('%j', (typed, expected) => {
    expect(taken(typed)).toEqual(expected);
  });
});
