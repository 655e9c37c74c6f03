import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeText } from '../domain/grading/text-answer.ts';
import { checkCourse } from './check.ts';
import { createCourseFolder, type CourseFolder } from './course.fixture.ts';

const QUESTIONS = 'lessons/01-begin/questions.yaml';
const LISTS = 'accept: { th: [ทะเลสาบ], en: [great ocean, the big water] }';
const NAMES = `
- { id: river-state, kind: state, th: [รัฐแม่น้ำ], en: [Riverland] }
- { id: port, kind: place, in: river-state, th: [ท่าใหญ่], en: [Bigport, Bigporto] }
- id: vanek
  kind: person
  th: [วาเนก]
  en: [Vanek]
  given: { th: [ปีเตอร์], en: [Peter] }
  initials: { th: [พี.], en: [P. J., P.J.] }
  titles: { th: [ประธานาธิบดี], en: [President] }
- { id: union, kind: organization, th: [สหภาพแม่น้ำ], en: [River Trade Union], abbr: [RTU] }
- { id: board, kind: body, of: union, th: [คณะกรรมการกลาง], en: [Central Water Board], abbr: [CWB] }
- { id: drill, kind: exercise, th: [คลื่น], en: [Wave] }
`;

let course: CourseFolder;
beforeEach(() => {
  course = createCourseFolder();
  course.write('names.yaml', NAMES);
});
afterEach(() => course.dispose());

/** The accepted answers of the typed question when its `accept` is written so. */
function acceptedWith(accept: string) {
  course.change(QUESTIONS, LISTS, `accept: ${accept}`);
  const { course: compiled, problems } = checkCourse(course.folder, null);
  expect(problems).toEqual([]);
  const question = compiled?.lessons[0]?.questions.find(({ id }) => id === 'bg-name');
  if (question?.kind !== 'typed') throw new Error('the typed question is gone');
  return question;
}

describe('a name of names.yaml as the accepted answer', () => {
  it.each<[string, string[], string[]]>([
    [
      '{ name: port }',
      [
        'Bigport',
        'bigport, riverland',
        'Bigport (Riverland)',
        'Bigport Riverland',
        'the city of Bigport',
        'ท่าใหญ่',
        'เมืองท่าใหญ่',
        'กรุงท่าใหญ่ รัฐแม่น้ำ',
        'ท่าใหญ่ ประเทศรัฐแม่น้ำ',
      ],
      ['Riverland', 'รัฐแม่น้ำ', 'Bigport, Otherland', 'เมือง'],
    ],
    [
      '{ name: vanek }',
      [
        'Vanek',
        'Peter Vanek',
        'P.J. Vanek',
        'P. J. Vanek',
        'PJ Vanek',
        'Vanek P.J.',
        'Mr Vanek',
        'President Vanek',
        'President Peter Vanek',
        'วาเนก',
        'นายวาเนก',
        'ปีเตอร์ วาเนก',
        'ประธานาธิบดีวาเนก',
        'พี. วาเนก',
      ],
      ['Peter', 'President', 'Paul Vanek', 'P.J.', 'นาย'],
    ],
    [
      '{ name: board }',
      [
        'Central Water Board',
        'CWB',
        'Central Water Board (CWB)',
        'the Central Water Board of the RTU',
        'RTU Central Water Board',
        'คณะกรรมการกลาง',
        'คณะกรรมการกลาง (CWB)',
        'คณะกรรมการกลางของ RTU',
        'คณะกรรมการกลางแห่งสหภาพแม่น้ำ',
      ],
      ['CWC', 'RTU', 'Central Water Board (RTU)', 'Central Board'],
    ],
    [
      '{ name: union, full: true }',
      ['River Trade Union', 'River Trade Union (RTU)', 'สหภาพแม่น้ำ (RTU)'],
      ['RTU', 'องค์การ RTU'],
    ],
    ['{ name: drill }', ['Wave', 'exercise Wave', 'Wave exercise', 'การฝึกคลื่น', 'การฝึกร่วม คลื่น'], ['exercise', 'การฝึก']],
    ['{ name: port, en: [Harbour Town], th: [เมืองท่า] }', ['Harbour Town', 'Bigport', 'เมืองท่า'], ['Harbour']],
  ])('%s', (accept, right, refused) => {
    const question = acceptedWith(accept);
    const verdict = (typed: string) => judgeText(typed, question.accept, question.accents).verdict;
    expect(right.filter((typed) => verdict(typed) !== 'right')).toEqual([]);
    expect(refused.filter((typed) => verdict(typed) === 'right')).toEqual([]);
  });

  it('shows the first form of each language, a person with the given name', () => {
    const { accept } = acceptedWith('{ name: vanek, en: [Pete] }');
    expect([accept.th[0], accept.en[0]]).toEqual(['ปีเตอร์ วาเนก', 'Peter Vanek']);
  });

  it('accents of Latin letters are only a way to write it', () => {
    const question = acceptedWith('{ name: port }');
    expect(judgeText('Bígport', question.accept, question.accents).verdict).toBe('right');
  });

  it('stands in a blank too', () => {
    course.change(QUESTIONS, 'accept: { th: [ทะเล], en: [the sea] }', 'accept: { name: drill }');
    const { course: compiled, problems } = checkCourse(course.folder, null);
    expect(problems).toEqual([]);
    const question = compiled?.lessons[0]?.questions.find(({ id }) => id === 'bg-gaps');
    expect(question?.kind === 'cloze' && question.blanks[1]).toMatchObject({ as: 'text', accents: 'ignore' });
  });
});

describe('a mistake in names is reported with file and line', () => {
  it.each<[string, string, string, string, RegExp]>([
    ['a name that is not there', QUESTIONS, LISTS, 'accept: { name: lake }', /no name "lake" in names\.yaml/],
    [
      'neither name nor lists',
      QUESTIONS,
      LISTS,
      'accept: { th: [ทะเลสาบ] }',
      /needs a name of names\.yaml, or what is accepted/,
    ],
    ['a state that is not there', 'names.yaml', 'in: river-state', 'in: lake-state', /port: no state "lake-state"/],
    ['an owner that is none', 'names.yaml', 'of: union', 'of: vanek', /board: no organization or state "vanek"/],
    ['an id twice', 'names.yaml', 'id: drill, kind: exercise', 'id: board, kind: exercise', /id "board" is used twice/],
  ])('%s', (_name, file, find, by, message) => {
    course.change(file, find, by);
    const { problems } = checkCourse(course.folder, null);
    expect(problems.map((problem) => problem.message).join()).toMatch(message);
    expect(problems.find((problem) => message.test(problem.message))).toMatchObject({
      file,
      line: course.lineOf(file, by),
    });
  });
});
