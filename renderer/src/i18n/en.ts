import { enBrowser } from './en-browser.ts';
import { enBrowserHelp } from './en-browser-help.ts';
import { enData } from './en-data.ts';
import { enDevices } from './en-devices.ts';
import { enEditor } from './en-editor.ts';
import { enErrors } from './en-errors.ts';
import { enImport } from './en-import.ts';
import { enLibrary } from './en-library.ts';
import { enMemory } from './en-memory.ts';
import { enWhy } from './en-why.ts';
import { enFace } from './en-face.ts';
import { enExam } from './en-exam.ts';
import { enAuthoring } from './en-authoring.ts';
import { enNoteTypes } from './en-note-types.ts';
import { enOcclusion } from './en-occlusion.ts';
import { enPlan } from './en-plan.ts';
import { enQuestion } from './en-question.ts';
import { enPictures } from './en-pictures.ts';
import { enReader } from './en-reader.ts';
import { enReference } from './en-reference.ts';
import { enOptions } from './en-options.ts';
import { enSearch } from './en-search.ts';
import { enSettings } from './en-settings.ts';
import { enParameters } from './en-parameters.ts';
import { enQuery } from './en-query.ts';
import { enStats } from './en-stats.ts';

const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

/** Every text of the interface. The keys and the parameters of this file are the measure for the other languages. */
export const en = {
  ...enErrors,
  ...enEditor,
  ...enNoteTypes,
  ...enAuthoring,
  ...enOcclusion,
  ...enExam,
  ...enFace,
  ...enData,
  ...enDevices,
  ...enPictures,
  ...enReader,
  ...enReference,
  ...enQuestion,
  ...enSearch,
  ...enSettings,
  ...enOptions,
  ...enLibrary,
  ...enImport,
  ...enMemory,
  ...enPlan,
  ...enWhy,
  ...enStats,
  ...enParameters,
  ...enQuery,
  ...enBrowser,
  ...enBrowserHelp,
  'app.name': 'Jamdai',
  'app.tagline': 'จำได้ · I remember',
  'app.skip': 'Skip to content',

  'nav.label': 'Main',
  'nav.today': 'Today',
  'nav.course': 'Lessons',
  'nav.review': 'Review',
  'nav.settings': 'Settings',

  'state.loading': 'Loading …',
  'state.retry': 'Try again',
  'state.close': 'Close',

  'connection.lost': 'Jamdai cannot be reached.',
  'connection.todo': 'Nothing is lost. It is tried again by itself; if this stays, start Jamdai again.',
  'connection.retry': 'Try now',
  'connection.back': 'Connected again.',
  'notice.torn-line-cut': (_count: number) =>
    'The last entry was cut off by a sudden stop and has been set aside. Everything before it is here.',
  'notice.lines-quarantined': (count: number) =>
    `${plural(count, 'damaged entry was', 'damaged entries were')} set aside, not deleted. Everything readable is here.`,
  'notice.snapshot-rebuilt': (_count: number) =>
    'The summary of your progress was damaged and has been rebuilt from the journal. Nothing is missing.',
  'notice.incoming-missing': (count: number) =>
    `${plural(count, 'file', 'files')} of a merge or restore could not be brought to its place. What is left of it is in the quarantine; merge or restore once more.`,
  'notice.clock-went-back': (_count: number) =>
    "This machine's clock is earlier than your last answer. Please check date and time.",

  'today.title': 'Today',
  'today.streak': (days: number) =>
    days === 0 ? 'No streak yet: one answer starts it' : `${plural(days, 'day', 'days')} in a row`,
  'today.welcomeBack': (studied: number, away: number) =>
    `Welcome back after ${plural(away, 'day', 'days')}. Your ${plural(studied, 'day', 'days')} of study are kept; nothing is lost.`,
  'today.studied': (days: number) => `${plural(days, 'day', 'days')} of study so far`,
  'today.start': 'Start',
  'today.resume': 'Go on with the review',
  'today.nothing': 'Nothing is due.',
  'today.nothingYet': 'Nothing to review yet: read a lesson, and its questions come here.',
  'today.limit': 'Today’s limit is reached; what is left waits until tomorrow.',
  'today.nextDue': (when: string) => `The next question comes ${when}.`,
  'today.doneToday': (count: number, share: string) => `${plural(count, 'answer', 'answers')} today, ${share} right`,
  'today.read': (number: number) => `Read lesson ${n(number)}`,
  'today.courses': 'My courses',
  'today.heat': 'The last half year',
  'today.welcome': 'Welcome to Jamdai',
  'today.welcomeText':
    'Read a short section, answer a question or two, and Jamdai asks you again just before you would forget. Everything stays on this machine.',
  'today.firstLesson': (number: number) => `Start lesson ${n(number)}`,
  'today.firstNote': (title: string) => `${title} · the first question comes within two minutes`,
  'today.lesson': (number: number, title: string) => `Lesson ${n(number)} · ${title}`,
  'today.allRead': 'All lessons read',
  'today.noCourses': 'There is no course in the library.',

  'heat.summary': (reviews: number, days: number) =>
    `${plural(reviews, 'answer', 'answers')} on ${plural(days, 'day', 'days')}.`,
  'heat.day': (date: string, reviews: number) => `${date}: ${plural(reviews, 'answer', 'answers')}`,
  'heat.less': 'less',
  'heat.more': 'more',

  'progress.recall': (today: string, week: string, month: string) =>
    `${today} known today; without study ${week} in a week, ${month} in a month`,

  'course.title': 'Lessons',
  'course.sub': (lessons: number, questions: number) =>
    `${plural(lessons, 'lesson', 'lessons')} · ${plural(questions, 'question', 'questions')}`,
  'course.choose': 'My courses',
  'course.state.new': 'new',
  'course.state.reading': (read: number, all: number) => `${n(read)} of ${plural(all, 'section', 'sections')} read`,
  'course.state.read': 'read',
  'course.objectives': 'Objectives',
  'course.showObjectives': (title: string) => `Objectives of ${title}`,
  'course.waits': (numbers: string) => `questions open when lesson ${numbers} is remembered`,
  'course.openNow': 'open now',
  'course.openNowLabel': (number: number) => `Open the questions of lesson ${n(number)} now`,
  'course.readLesson': (number: number) => `Read lesson ${n(number)}`,
  'course.practise': 'Ask me its questions',

  'lesson.top': (number: number, section: number, sections: number) =>
    `Lesson ${n(number)} · section ${n(section)} of ${n(sections)}`,
  'lesson.number': (number: number) => `Lesson ${n(number)}`,
  'lesson.minutesLeft': (minutes: number) => `about ${plural(minutes, 'minute', 'minutes')} left`,
  'lesson.contents': 'In this lesson',
  'lesson.sectionRead': 'read',
  'lesson.inlineTask': (task: string) => `Try it before you read on · ${task}`,
  'lesson.inlineAgain': 'Asked before: it comes back in your review',
  'lesson.continue': 'Continue',
  'lesson.finish': 'Finish the lesson',
  'lesson.previous': 'Back',
  'lesson.finished': (number: number) => `Lesson ${n(number)} is finished`,
  'lesson.takeAway': 'What to take away',
  'lesson.introduced': (count: number) =>
    count === 0
      ? 'Its questions are in your reviews.'
      : `${plural(count, 'question is', 'questions are')} now in your reviews.`,
  'lesson.waiting': (numbers: string) => `Its new questions are asked when lesson ${numbers} is remembered.`,
  'lesson.reviewNow': 'Review now',
  'lesson.nextLesson': 'Next lesson',
  'lesson.readAgain': 'Read it again',
  'lesson.backToReview': 'Back to the review',
  'lesson.source': (ids: string) => `Source ${ids}`,
  'lesson.term': (term: string) => `${term}: meaning`,

  'review.title': 'Review',
  'review.progress': (done: number, all: number) => `${n(done)} / ${n(all)}`,
  'review.repeats': (count: number) => (count === 1 ? '1 comes back' : `${n(count)} come back`),
  'review.progressLabel': (done: number, all: number) => `${n(done)} of ${n(all)} done`,
  'review.undo': 'Undo',
  'review.nothingToUndo': 'There is nothing to take back.',
  'review.suspend': 'Suspend',
  'review.suspendLabel': 'Suspend this question',
  'review.suspended': 'The question is suspended. Undo brings it back.',
  'review.keys': 'Keys',
  'practice.title': 'Practice',
  'practice.note': 'Practice: as many questions as you like. It changes no dates.',
  'practice.start': 'Practise',
  'practice.lesson': (number: number) => `Practise lesson ${n(number)}`,
  'review.leave': 'Leave',
  'review.last': (grade: string, when: string) => `${grade} · back ${when}`,
  'review.gone': 'That card is not in the library any more. Your answers to it are kept.',
  'review.moved': 'This question was already answered. Here is the next one.',
  'question.newDay': 'A new day has begun, so the intervals have changed. Please grade once more.',
  'review.restarted': 'The session had ended. A new one is started; your answers are kept.',
  'review.nothing': 'Nothing is due now.',
  'review.why.no-cards': 'There are no questions here.',
  'review.why.no-match': 'No question fits this choice.',
  'review.why.given-away': 'What is left would give away answers of today. It comes back tomorrow.',
  'review.why.later-today': 'What is being learned comes back a little later today.',
  'review.why.limit-reached': 'Today’s limit is reached; what is left waits until tomorrow.',
  'review.why.all-hidden': 'What there is has been suspended or put off.',
  'review.why.waits': 'The new questions wait until an earlier lesson is remembered.',
  'review.why.not-introduced': 'Nothing was read yet: read a lesson, and its questions come here.',
  'review.why.nothing-new':
    'All its questions were learned. They come back by themselves; practise them whenever you like.',
  'review.why.vacation': 'You are on vacation: nothing is due until it ends.',
  'review.why.nothing-due': 'All questions come back on another day.',

  'evidence.more': (count: number) => `+${count} more`,
  'evidence.moreLabel': (count: number) => `Show ${plural(count, 'more passage', 'more passages')}`,
  'evidence.label': 'Evidence',
  'evidence.read': 'Read the section',
  'evidence.readIn': (heading: string) => `Read the section “${heading}”`,

  'due.next': (when: string) => `Again ${when}`,
  'due.now': 'at once',
  'due.soon': 'in less than a minute',
  'due.on': (words: string, date: string) => `${words} · ${date}`,

  'span.minutes': (v: string) => `${v} min`,
  'span.hours': (v: string) => `${v} h`,
  'span.days': (v: string) => (v === '1' ? '1 day' : `${v} days`),
  'span.months': (v: string) => `${v} months`,
  'span.years': (v: string) => `${v} years`,

  'summary.title': 'Done for now',
  'summary.said': (answered: number, right: string) =>
    `Done for now: ${plural(answered, 'question', 'questions')} answered, ${right} right.`,
  'summary.time': 'time',
  'summary.minutes': (minutes: string) => `${minutes} min`,
  'summary.seconds': (seconds: number) => `${n(seconds)} s`,
  'summary.missed': 'Missed',
  'summary.tomorrow': (count: number) => `${plural(count, 'question', 'questions')} due by the end of tomorrow.`,
  'summary.toToday': 'To Today',
};
