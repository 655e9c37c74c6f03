import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCourse } from './check.ts';
import type { CourseFolder } from './course.fixture.ts';
import { createDesignCourse } from './design-course.fixture.ts';

const FIRST = 'lessons/01-begin/questions.yaml';
const SECOND = 'lessons/02-later/questions.yaml';

let course: CourseFolder;
beforeEach(() => (course = createDesignCourse()));
afterEach(() => course.dispose());

it('a course that is well designed has no problem', () => {
  expect(checkCourse(course.folder, null).problems).toEqual([]);
});

it('what is said of a state may be named by its adjective in English', () => {
  course.change('names.yaml', '', '- { id: lakistan, kind: state, th: [ลากิสถาน], en: [Lakhstan] }\n');
  course.change(SECOND, 'th: ก่อนหน้านั้นคนข้ามฟาก', 'th: ก่อนหน้านั้นคนของลากิสถานข้ามฟาก');
  course.change(SECOND, 'Before that people crossed', 'Before that Lakh people crossed');
  expect(checkCourse(course.folder, null).problems).toEqual([]);
});

/** What is changed, then what is reported, at the line on which `at` stands. */
interface Fault {
  readonly file: string;
  readonly find: string;
  readonly by: string;
  /** A second change: file, what, by what. */
  readonly also?: readonly [string, string, string];
  readonly at?: string;
  readonly in?: string;
  readonly field?: string;
  readonly message: RegExp;
}
const RIGHT = "en: 'Because silt settles in it', right: true";
// One fault a line.
// prettier-ignore
const FAULTS: Readonly<Record<string, Fault>> = {
  'no level': { file: FIRST, find: '  level: recall\n', by: '', at: '- id: bg-mouth', message: /bg-mouth: `level` is missing/ },
  'no reason why an option is wrong': { file: FIRST, find: ", why: { th: เนื้อหาไม่ได้พูดถึงเรือจม, en: 'No wreck is spoken of.' }", by: '', at: 'many wrecks', field: 'options.1', message: /bg-keeper: `why` is missing/ },
  'a paragraph number in a prompt': { file: FIRST, find: 'dredge the river', by: 'dredge the river of p002', at: 'dredge the river', field: 'prompt.en', message: /"p002": a paragraph number/ },
  'the lesson in a prompt': { file: SECOND, find: 'ใครเป็นผู้นำร่อง', by: 'ในบทเรียน ใครเป็นผู้นำร่อง', at: 'ใครเป็นผู้นำร่อง', field: 'prompt.th', message: /"บทเรียน": the lesson is not at hand/ },
  'the note': { file: SECOND, find: 'Who was the first', by: 'According to the note, who was the first', field: 'prompt.en', message: /which note\?/ },
  'an author without a voice': { file: SECOND, find: 'Who was the first', by: 'Whom does the author call the first', field: 'prompt.en', message: /which author\?/ },
  'a Thai author without a voice': { file: SECOND, find: 'ใครเป็นผู้นำร่อง', by: 'ผู้เขียนว่าใครเป็นผู้นำร่อง', field: 'prompt.th', message: /which author\?/ },
  'a passage that is not shown': { file: FIRST, find: '  passage: p002\n', by: '', field: 'prompt.en', message: /none is shown/ },
  'now': { file: SECOND, find: 'Who was the first', by: 'Who is now the first', field: 'prompt.en', message: /"now": the source ends/ },
  'another form of the time': { file: SECOND, find: 'Who was the first', by: 'As of the text (about 2019), who was the first', field: 'prompt', message: /has one form, "as the source stood, about 2019"/ },
  'another form of the time in a lesson': { file: 'lessons/01-begin/lesson.th.md', find: 'และไหลลงทะเล', by: 'ราว พ.ศ. 2562 ก็ยังไหลลงทะเล', message: /the-river: .* has one form/ },
  'Thai in the English': { file: FIRST, find: RIGHT, by: "en: 'Because ตะกอน settles in it', right: true", at: 'settles in it', field: 'options.0.en', message: /"ตะกอน" is not translated/ },
  'a year in one language': { file: SECOND, find: 'Before that people', by: 'Before 1993 people', field: 'explanation', message: /1993 stands in English only/ },
  'a figure in one language': { file: FIRST, find: 'th: น้ำขึ้นสูงเท่าใด', by: 'th: น้ำขึ้นสูงเกิน 30 หรือไม่', field: 'back', message: /30 stands in Thai only/ },
  'a name in one language': { file: SECOND, find: 'He drew the chart', by: 'In Bigport he drew the chart', field: 'explanation', message: /bigport \(names\.yaml\) stands in English only/ },
  'a prompt without a subject': { file: SECOND, find: 'th: ใครเป็นผู้นำร่องคนแรกของรัฐเหนือ', by: 'th: ใครเป็นผู้นำร่องคนแรก', field: 'prompt.th', message: /names no subject/ },
  'a name that is listed by hand': { file: FIRST, find: '{ name: bigport }', by: '{ th: [เมืองท่าใหญ่], en: [Bigport] }', at: 'en: [Bigport]', field: 'accept', message: /accept \{ name: bigport \}/ },
  'two lists of one name': { file: SECOND, find: '{ name: vanek }', by: '{ th: [ท่าเล็ก, ท่าน้อย], en: [Smallport] }', also: [FIRST, '{ th: [ชุมชน], en: [settlements] }', '{ th: [ท่าเล็ก], en: [Smallport] }'], field: 'accept', message: /"Smallport" is accepted in other forms in bg-claim-case/ },
  'an answer in the prompt of another question': { file: FIRST, find: 'wants a mill on a bank that floods', by: 'wants a mill at Bigport, the town at which the river of Northland reaches the sea and floods', at: 'wants a mill', field: 'prompt', message: /bg-flood-case gives away "Bigport", the answer of bg-mouth/ },
  'a person named in the same lesson': { file: SECOND, find: 'The source calls the toll', by: 'The source says that Vanek, the first pilot, calls the toll', field: 'prompt', message: /lt-toll-case gives away "Peter Vanek", the answer of lt-pilot/ },
  'a day told in another lesson': { file: FIRST, find: 'dredge the river again', by: 'dredge the river since its bridge opened on 15 May 1992', at: 'dredge the river', message: /bg-keeper gives away "1992-05-15", the answer of lt-opened/ },
  'an answer in the passage that is shown': { file: 'source.yaml', find: 'en: Three towns stand on its bank', by: 'en: The river of Northland reaches the sea at Bigport', in: FIRST, message: /bg-claim-case gives away "Bigport"/ },
  'two questions that ask the same': { file: SECOND, find: "th: ใครเป็นผู้นำร่องคนแรกของรัฐเหนือ, en: 'Who was the first harbour pilot of Northland?'", by: "th: แม่น้ำของรัฐเหนือไหลลงสู่ทะเลที่เมืองใด, en: 'At what town does Northland’s river reach the sea?'", at: 'reach the sea', field: 'prompt', message: /lt-pilot asks nearly the same as bg-mouth/ },
  'too few questions above recall': { file: 'course.yaml', find: 'aboveRecall: 50', by: 'aboveRecall: 80', field: 'goals', message: /above recall: 63 of 80/ },
  'too few answers that are made': { file: 'course.yaml', find: 'produced: 50', by: 'produced: 95', field: 'goals', message: /made by the learner: 88 of 95/ },
  'too few cases': { file: 'course.yaml', find: 'cases: 4', by: 'cases: 5', field: 'goals', message: /cases and judgements: 4 of 5/ },
  'a lesson that ends without a case': { file: SECOND, find: '  level: judge\n', by: '  level: understand\n', at: 'level: understand', field: 'level', message: /lt-toll-case: a lesson ends with 2 cases/ },
  'a day that is none of the days': { file: 'course.yaml', find: 'days: [1992-05-15]', by: 'days: []', in: SECOND, field: 'answer', message: /1992-05-15 is none of the days of course\.yaml/ },
  'a question told of that is retired': { file: SECOND, find: '  level: judge\n', by: '  level: judge\n  confuses: [bg-mouth]\n', also: [FIRST, '  level: recall\n', '  level: recall\n  retired: true\n'], message: /no other question "bg-mouth"/ },
};

describe('a fault of design is reported with file, line and field', () => {
  it.each(Object.entries(FAULTS))('%s', (_name, { file, find, by, also, at, in: other, field, message }) => {
    course.change(file, find, by);
    if (also) course.change(...also);
    const { problems } = checkCourse(course.folder, null);
    const found = problems.filter((problem) => problem.file === (other ?? file) && message.test(problem.message));
    expect(found, JSON.stringify(problems)).not.toEqual([]);
    if (at !== undefined) expect(found.map(({ line }) => line)).toContain(course.lineOf(file, at));
    if (field !== undefined) expect(found.map((problem) => problem.field)).toContain(field);
  });
});

describe('the length of the right option', () => {
  const choice = (id: string, right: string) => `- id: lt-length-${id.toLowerCase()}
  kind: choice
  level: apply
  section: the-river
  evidence: [p001]
  prompt: { th: รัฐ ${id} ควรทำอย่างไร, en: What should State ${id} do? }
  options:
    - { th: กขคง, en: abcd, why: { th: ไม่ใช่, en: No. } }
    - { th: ${right}, en: ${right}, right: true }
    - { th: จฉชซ, en: efgh, why: { th: ไม่ใช่, en: No. } }
  explanation: { th: เพราะเป็นเช่นนั้น, en: It is so for the reason given above. }
`;

  it.each([
    ['longest', 'กขคงจ', 'กข', 'with goals'],
    ['shortest', 'กข', 'กขคงจ', 'with goals'],
    ['longest', 'กขคงจ', 'กข', 'without goals'],
    ['shortest', 'กข', 'กขคงจ', 'without goals'],
  ])('must not be the %s in most choice questions of a lesson', (most, often, seldom, has) => {
    if (has === 'without goals') course.change('course.yaml', 'goals:', '# goals:');
    course.change(
      SECOND,
      '',
      ['A', 'B'].map((id) => choice(id, often)).join('') + choice('C', seldom) + choice('D', seldom),
    );
    const told = () =>
      checkCourse(course.folder, null).problems.flatMap(({ file, message }) =>
        file === SECOND && message.includes(`the right option is the ${most}`) ? [message] : [],
      );
    expect(told()).toEqual([
      `the right option is the ${most} (th) in 2 of 4 choice questions`,
      `the right option is the ${most} (en) in 2 of 4 choice questions`,
    ]);
    course.change(SECOND, '', choice('E', 'กขคง'));
    expect(told()).toEqual([]);
  });
});
