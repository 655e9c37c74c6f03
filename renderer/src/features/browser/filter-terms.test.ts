import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../core/domain/query/parse.ts';
import { printQuery } from '../../../../core/domain/query/print.ts';
import { countedFor, standingIn, withStanding, type SideTerm, type Standing } from './filter-terms.ts';

const deck = (name: string): SideTerm => ({ kind: 'deck', name: [name] });
const tag = (name: string): SideTerm => ({ kind: 'tag', name: [name] });
const is = (state: 'due' | 'suspended'): SideTerm => ({ kind: 'is', state });
const flag = (of: number): SideTerm => ({ kind: 'flag', from: of, to: of });

describe('a value of the side in a query', () => {
  it.each<[string, SideTerm, Standing, string]>([
    ['', deck('Thai'), 'wanted', 'deck:Thai'],
    ['', deck('Thai words'), 'wanted', 'deck:"Thai words"'],
    ['cat', is('due'), 'wanted', 'cat is:due'],
    ['cat or dog', is('due'), 'wanted', '(cat or dog) is:due'],
    ['deck:Thai', deck('CSTO'), 'wanted', 'deck:Thai or deck:CSTO'],
    ['cat deck:Thai', deck('CSTO'), 'wanted', 'cat (deck:Thai or deck:CSTO)'],
    ['cat (deck:Thai or deck:CSTO)', deck('CSTO'), null, 'cat deck:Thai'],
    ['cat (deck:Thai or deck:CSTO)', deck('Food'), 'wanted', 'cat (deck:Thai or deck:CSTO or deck:Food)'],
    ['flag:1', flag(2), 'wanted', 'flag:1 or flag:2'],
    ['tag:eu', tag('asia'), 'wanted', 'tag:eu tag:asia'],
    ['tag:eu is:due', tag('eu'), null, 'is:due'],
    ['is:due', is('due'), null, ''],
    ['is:due', is('suspended'), 'unwanted', 'is:due -is:suspended'],
    ['is:suspended', is('suspended'), 'unwanted', '-is:suspended'],
    ['-is:suspended', is('suspended'), 'wanted', 'is:suspended'],
    ['-is:suspended cat', is('suspended'), null, 'cat'],
    // What was typed otherwise is not the side's to change.
    ['(tag:eu or cat)', tag('eu'), 'wanted', '(tag:eu or cat) tag:eu'],
    ['deck:Thai*', deck('Thai'), 'wanted', 'deck:Thai* or deck:Thai'],
    ['"open', is('due'), 'wanted', '"open is:due'],
  ])('%j: %j becomes %s', (text, term, standing, expected) => {
    expect(withStanding(text, term, standing)).toBe(expected);
  });

  it.each<[string, SideTerm, Standing]>([
    ['deck:Thai', deck('Thai'), 'wanted'],
    ['cat (deck:Thai or deck:CSTO)', deck('CSTO'), 'wanted'],
    ['-tag:eu cat', tag('eu'), 'unwanted'],
    ['cat', tag('eu'), null],
    ['tag:eu or cat', tag('eu'), null],
    ['deck:Thai*', deck('Thai'), null],
  ])('in %j %j is %s', (text, term, expected) => {
    expect(standingIn(parseQuery(text).query, term)).toBe(expected);
  });

  it.each<[string, SideTerm['kind'], string]>([
    ['cat deck:Thai is:due -tag:eu', 'deck', 'cat is:due -tag:eu'],
    ['cat deck:Thai is:due -tag:eu', 'tag', 'cat deck:Thai is:due'],
    ['cat deck:Thai is:due -tag:eu', 'is', 'cat deck:Thai is:due -tag:eu'],
    ['deck:Thai or deck:CSTO', 'deck', ''],
    ['deck:Thai or deck:CSTO', 'flag', 'deck:Thai or deck:CSTO'],
    ['(deck:Thai or cat) flag:1 -flag:2', 'flag', 'deck:Thai or cat'],
    ['(deck:Thai or cat) flag:1', 'deck', '(deck:Thai or cat) flag:1'],
    ['tag:eu tag:asia', 'tag', 'tag:eu tag:asia'],
  ])('the values of a kind are counted: in %j for %s in %j', (text, kind, expected) => {
    expect(printQuery(countedFor(parseQuery(text).query!, kind))).toBe(expected);
  });
});
