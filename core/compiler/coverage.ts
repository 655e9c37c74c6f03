import type { Course } from '../domain/course.ts';
import { QUESTION_KINDS } from '../domain/question.ts';

/** Paragraphs that are bare headings or references: nothing in them can be taught. */
const NOT_TEACHABLE = new Set(['heading', 'reference']);

/** The course without its retired questions: those teach nobody. */
function withoutRetired(course: Course): Course {
  const lessons = course.lessons.map((lesson) => ({
    ...lesson,
    questions: lesson.questions.filter(({ retired }) => !retired),
  }));
  return { ...course, lessons };
}

/** Paragraphs with something to teach that no section and no question that is asked cites. */
export function uncovered(whole: Course): string[] {
  const course = withoutRetired(whole);
  const cited = new Set(
    course.lessons.flatMap(({ sections, questions }) => [
      ...sections.flatMap(({ evidence }) => evidence),
      ...questions.flatMap(({ evidence }) => evidence),
    ]),
  );
  return course.paragraphs.filter(({ id, kind }) => !NOT_TEACHABLE.has(kind) && !cited.has(id)).map(({ id }) => id);
}

/** The coverage table of what is asked, as text: per paragraph what cites it, then totals by lesson, topic (a section is one) and kind, and where the right option stands. */
export function coverageTable(whole: Course): string {
  const course = withoutRetired(whole);
  const lines = ['paragraph  sections  questions'];
  for (const { id } of course.paragraphs) {
    const sections = course.lessons.flatMap((lesson) =>
      lesson.sections
        .filter((section) => section.evidence.includes(id))
        .map((section) => `${lesson.number}/${section.id}`),
    );
    const questions = course.lessons.flatMap((lesson) =>
      lesson.questions.filter((question) => question.evidence.includes(id)).map((question) => question.id),
    );
    lines.push(
      `${id}  ${String(sections.length).padStart(3)}  ${String(questions.length).padStart(3)}  ${[...sections, ...questions].join(' ')}`,
    );
  }
  lines.push('', ['lesson'.padEnd(26), ...QUESTION_KINDS.map((kind) => kind.padStart(7)), '  total'].join(''));
  const row = (name: string, questions: Course['lessons'][number]['questions']) =>
    [
      name.padEnd(26),
      ...QUESTION_KINDS.map((kind) =>
        String(questions.filter((question) => question.kind === kind).length).padStart(7),
      ),
      String(questions.length).padStart(7),
    ].join('');
  for (const { number, id, sections, questions } of course.lessons) {
    lines.push(row(`${number} ${id}`, questions));
    for (const section of sections)
      lines.push(
        row(
          `  ${section.id}`,
          questions.filter(({ sectionId }) => sectionId === section.id),
        ),
      );
  }
  lines.push(
    row(
      'all',
      course.lessons.flatMap(({ questions }) => questions),
    ),
    '',
    `right option stands: ${[...placesOfRight(course)].map(([options, counts]) => `of ${options} options at ${counts.join(' / ')}`).join('; ')}`,
  );
  return lines.join('\n');
}

/** Where the right option stands, by number of options: [[first, second, third], …]. */
export function placesOfRight(course: Course): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const question of withoutRetired(course).lessons.flatMap(({ questions }) => questions)) {
    if (question.kind !== 'choice') continue;
    const counts = places.get(question.options.length) ?? question.options.map(() => 0);
    const place = question.options.findIndex(({ id }) => id === question.answer[0]);
    counts[place] = (counts[place] ?? 0) + 1;
    places.set(question.options.length, counts);
  }
  return places;
}
