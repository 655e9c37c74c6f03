import type { Course } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import type { Name } from '../schema-names.ts';
import type { Goals } from '../schema.ts';
import { checkAcceptedLists } from './accepted-lists.ts';
import { askedQuestions } from './asked.ts';
import { checkGoals } from './course-goals.ts';
import { reportFaults, type Fault } from './fault.ts';
import { checkGiveAways } from './give-away.ts';
import { differentFigures, differentNames, knownNames, untranslated } from './languages.ts';
import { checkNearDuplicates } from './near-duplicates.ts';
import { missingSubject, subjectsOf } from './subjects.ts';
import { teachingFaults } from './teaching.ts';
import { checkTimeForms, timeFaults, timeFormOf } from './time-of-source.ts';
import { namelessVoices, namesVoiceOf } from './voices.ts';

/** How the questions of a course are designed: each by itself, and beside each other. Retired ones are let be. */
export function checkDesign(
  course: Course,
  lessons: readonly LessonSource[],
  names: ReadonlyMap<string, Name>,
  goals: Goals,
  problems: Problems,
): void {
  const questions = askedQuestions(course, lessons);
  const known = knownNames(names.values());
  const subjects = subjectsOf(names.values(), course.glossary);
  const namesVoice = namesVoiceOf(course.voices ?? []);
  const time = timeFormOf(goals.time);
  const rules: readonly ((question: Question) => readonly Fault[])[] = [
    teachingFaults,
    (question) => namelessVoices(question, namesVoice),
    (question) => timeFaults(question, time),
    untranslated,
    differentFigures,
    (question) => differentNames(question, known),
    (question) => missingSubject(question, subjects, namesVoice),
  ];
  for (const rule of rules) reportFaults(questions, rule, problems);
  checkTimeForms(course, lessons, time, problems);
  checkAcceptedLists(questions, names, problems);
  checkGiveAways(questions, names, course.paragraphs, problems);
  checkNearDuplicates(questions, problems);
  checkGoals(course, questions, goals, problems);
}
