import { createCourseFolder, type CourseFolder } from './course.fixture.ts';

const QUESTIONS = 'lessons/01-begin/questions.yaml';
const BODIES = `- { id: river, group: statutory, function: { th: ไหล, en: Flows }, evidence: [p001] }
`;
const MEMBERS = `states:
${['north', 'south', 'east', 'west']
  .map(
    (id) =>
      `  - { id: ${id}, name: { th: รัฐ${id}, en: State of the ${id} }, spans: [{ from: 1993, evidence: [p001] }] }`,
  )
  .join('\n')}
`;
const FIGURES = 'forces: []\noperations: []\n';

/** Four states in the picture "members", and every way to ask about them. */
const LABELS = [
  label('typed', 'name, mark: north'),
  label('accepted', 'name, mark: north, accents: ignore, accept: { th: [เหนือ], en: [North] }'),
  label(
    'chosen',
    'name, mark: south, options: [{ th: ตะวันตก, en: West, why: { th: ไม่ใช่, en: No. } }, { th: ใต้, en: South, right: true }, { th: ตะวันออก, en: East }]',
  ),
  label('find', 'find, mark: west'),
  label('place', 'place, marks: [west, north, east], extra: [{ th: กลาง, en: Centre }]'),
].join('');

function label(id: string, task: string): string {
  return `- { id: bg-label-${id}, kind: label, picture: members, section: the-river, prompt: { th: รัฐนี้ชื่ออะไร, en: What is this state called? }, explanation: { th: เพราะเนื้อหาบอกไว้เช่นนั้น, en: Because the text says so in its first part. }, evidence: [p001], task: ${task} }
`;
}

/** The small course with pictures, and five questions on them at the end of its first lesson. */
export function createLabelCourse(): CourseFolder & { readonly questions: string } {
  const folder = createCourseFolder();
  folder.write(
    'timeline.yaml',
    '- { id: begin, date: 1993, theme: treaty, title: { th: เริ่ม, en: It begins }, evidence: [p001] }\n',
  );
  folder.write('bodies.yaml', BODIES);
  folder.write('members.yaml', MEMBERS);
  folder.write('figures.yaml', FIGURES);
  folder.change(QUESTIONS, '', LABELS);
  return { ...folder, questions: QUESTIONS };
}
