import type { Course } from '../../core/domain/course.ts';
import { QUESTION_KINDS } from '../../core/domain/question.ts';

/** Paragraphs that are bare headings or references: nothing in them can be taught. */
const NOT_TEACHABLE = new Set(['heading', 'reference']);

/** Paragraphs with something to teach that no section and no question cites. */
export function uncovered(course: Course): string[] {
  const cited = new Set(
    course.lessons.flatMap(({ sections, questions }) => [
      ...sections.flatMap(({ evidence }) => evidence),
      ...questions.flatMap(({ evidence }) => evidence),
    ]),
  );
  return course.paragraphs.filter(({ id, kind }) => !NOT_TEACHABLE.has(kind) && !cited.has(id)).map(({ id }) => id);
}

/** The coverage table as text: per paragraph what cites it, then totals by lesson, topic (a section is one) and kind, and how choices are balanced. */
export function coverageTable(course: Course): string {
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
    ...balanceLines(course),
  );
  return lines.join('\n');
}

/** How often the right option of a choice question is the longest one, and where it stands in the file (the app shuffles). */
function balanceLines(course: Course): string[] {
  const choices = course.lessons.flatMap(({ questions }) =>
    questions.flatMap((question) => (question.kind === 'choice' ? [question] : [])),
  );
  const longest = (language: 'th' | 'en') =>
    choices.filter(({ options, answer }) => {
      const right = options.find(({ id }) => id === answer[0]);
      return options.every(
        (option) => option === right || (right?.text[language].length ?? 0) > option.text[language].length,
      );
    }).length;
  const share = (count: number) =>
    `${count} of ${choices.length} (${Math.round((100 * count) / Math.max(1, choices.length))} %)`;
  const places = [...placesOfRight(course)].map(
    ([options, counts]) => `of ${options} options at ${counts.join(' / ')}`,
  );
  return [
    `right option is the longest: th ${share(longest('th'))}, en ${share(longest('en'))}`,
    `right option stands: ${places.join('; ')}`,
  ];
}

/** Where the right option stands, by number of options: [[first, second, third], …]. */
export function placesOfRight(course: Course): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const question of course.lessons.flatMap(({ questions }) => questions)) {
    if (question.kind !== 'choice') continue;
    const counts = places.get(question.options.length) ?? question.options.map(() => 0);
    const place = question.options.findIndex(({ id }) => id === question.answer[0]);
    counts[place] = (counts[place] ?? 0) + 1;
    places.set(question.options.length, counts);
  }
  return places;
}
