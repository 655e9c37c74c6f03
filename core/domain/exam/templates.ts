import type { Blueprint, BlueprintPart, FinalExam } from './blueprint.ts';

export const TEMPLATES = ['course', 'civil-service', 'quick', 'own'] as const;
export type TemplateId = (typeof TEMPLATES)[number];

/** Parts of a course exam: enough to see where one is weak, few enough for each to say something. */
const COURSE_PARTS = 4;
/** Thai civil service, general part: 100 questions, half of them in the first of three parts. */
const CIVIL_SERVICE = [50, 25, 25] as const;

/**
 * The blueprint that a template makes of a course.
 * @param lessons ids of all its lessons, in teaching order
 * @param final the course's own final exam, where it has one
 */
export function blueprintOf(template: TemplateId, lessons: readonly string[], final?: FinalExam): Blueprint {
  const even = runsOf(
    lessons,
    Array.from({ length: COURSE_PARTS }, () => 1),
  ).map(byLessons);
  const all = { kinds: 'all', onlyAsked: false } as const;
  switch (template) {
    case 'course':
      if (final) return { ...all, ...final };
      return { ...all, parts: even, questions: 60, minutes: 45 };
    case 'quick':
      return { ...all, parts: even, questions: 10, minutes: 6 };
    case 'own':
      return { ...all, parts: lessons.map((lesson) => byLessons([lesson])), questions: 30, minutes: 25 };
    case 'civil-service':
      return {
        ...all,
        parts: runsOf(lessons, CIVIL_SERVICE).map((run, at) => ({ lessons: run, weight: CIVIL_SERVICE[at]! })),
        questions: 100,
        minutes: 180,
      };
  }
}

const byLessons = (lessons: readonly string[]): BlueprintPart => ({ lessons, weight: lessons.length });

/** Cuts lessons into runs of about these shares, none of them empty: fewer lessons than shares make fewer runs. */
function runsOf(lessons: readonly string[], shares: readonly number[]): string[][] {
  const used = shares.slice(0, lessons.length);
  const sum = used.reduce((all, share) => all + share, 0);
  const runs: string[][] = [];
  let [start, share] = [0, 0];
  for (const [at, each] of used.entries()) {
    share += each;
    const latest = lessons.length - (used.length - at - 1);
    const end = Math.min(latest, Math.max(start + 1, Math.round((lessons.length * share) / sum)));
    runs.push(lessons.slice(start, end));
    start = end;
  }
  return runs;
}
