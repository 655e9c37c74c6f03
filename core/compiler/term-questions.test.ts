import { afterAll, describe, expect, it } from 'vitest';
import { compileFolder } from './compile-folder.ts';
import { createCourseFolder } from './course.fixture.ts';

const folder = createCourseFolder();
afterAll(() => folder.dispose());
const term = (id: string, en: string, more = '', meaning = `What ${en} is.`) =>
  `- { id: ${id}, term: { th: 'คำ ${id}', en: '${en}' }, meaning: { th: 'ความหมาย ${id}', en: '${meaning}' }, ${more} evidence: [p002] }\n`;

folder.write(
  'glossary.yaml',
  [
    term('river', 'river', 'class: place, abbr: RV,', 'The river, or RV, that runs; no rivers.'),
    term('lake', 'Lake (Big Water)', 'class: place,'),
    term('sea', 'sea', 'class: place, name: ocean,'),
    term('hill', 'hill', 'class: place,'),
    term('idea', 'idea', 'class: idea,'),
    term('bank', 'Bank of the long and winding river (BLWR)', 'class: body, abbr: BLWR,'),
    ...['one', 'two', 'six'].map((id) => term(id, `Bank number ${id} of the land`, 'class: body,')),
  ].join(''),
);
folder.write('names.yaml', '- { id: ocean, kind: other, th: [มหาสมุทร], en: [ocean, the deep] }\n');
const { course, problems } = compileFolder(folder.folder);
const questionsOf = (id: string) => course!.glossary.find((one) => one.id === id)!.questions!;

describe('the questions of the glossary quiz', () => {
  it('are made of every term: a choice where its class has four, the name, and what its abbreviation stands for', () => {
    expect(problems).toEqual([]);
    const kinds = (id: string) => questionsOf(id).map((question) => [question.id, question.kind]);
    expect(kinds('river')).toEqual([
      ['term-river-choice', 'choice'],
      ['term-river', 'typed'],
      ['term-river-abbr', 'typed'],
    ]);
    expect(kinds('sea').map(([, kind]) => kind)).toEqual(['choice', 'typed']);
    expect(kinds('idea')).toEqual([['term-idea', 'typed']]);
  });

  it('ask a long name in writing only where its abbreviation does, or a list says how it may be written', () => {
    const kinds = (id: string) => questionsOf(id).map((question) => [question.id, question.kind]);
    expect(kinds('one')).toEqual([['term-one-choice', 'choice']]);
    expect(kinds('bank')).toEqual([
      ['term-bank-choice', 'choice'],
      ['term-bank', 'typed'],
      ['term-bank-abbr', 'choice'],
    ]);
  });

  it('hide the name of the term in its meaning, and only that', () => {
    expect(questionsOf('river')[1]?.prompt.en).toBe('Which term is meant: The …, or …, that runs; no rivers.');
  });

  it('offer terms of the same class, each wrong one with its own meaning, the right one at varying places', () => {
    const [choice] = questionsOf('lake');
    if (choice?.kind !== 'choice') throw new Error('no choice');
    expect(choice.options.map(({ text }) => text.en).sort()).toEqual(['Lake (Big Water)', 'hill', 'river', 'sea']);
    expect(choice.options.find(({ text }) => text.en === 'sea')?.why?.en).toBe('sea: What sea is.');
    const right = ['river', 'lake', 'sea', 'hill'].map((id) => {
      const asked = questionsOf(id)[0];
      return asked?.kind === 'choice'
        ? asked.options.find(({ text }) => text.en.toLowerCase().startsWith(id))?.id
        : null;
    });
    expect(right).toEqual(['a', 'b', 'c', 'd']);
  });

  it('accept the abbreviation where the name is asked, both names of one in brackets, and what names.yaml knows', () => {
    const accepted = (id: string, at: number) => {
      const question = questionsOf(id)[at];
      return question?.kind === 'typed' ? question.accept.en : [];
    };
    expect(accepted('river', 1)).toEqual(['river', 'RV']);
    expect(accepted('river', 2)).toEqual(['river']);
    expect(accepted('lake', 1)).toEqual(['Lake (Big Water)', 'Lake', 'Big Water']);
    expect(accepted('sea', 1)).toEqual(['sea', 'ocean', 'the deep']);
  });

  it('belong to the section that links to the term, else to one that draws on its passage', () => {
    expect(questionsOf('river')[0]).toMatchObject({ lessonId: 'begin', sectionId: 'the-river', evidence: ['p002'] });
  });
});
