const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;
const minutes = (count: number) => plural(count, 'minute', 'minutes');
const days = (count: number) => plural(count, 'day', 'days');

/** Texts of the plan, of Today as far as it shows it, and of checks and reminders. */
export const enPlan = {
  'plan.title': 'Plan',
  'plan.sub': 'What your minutes buy in the days to come, if you do as planned.',
  'plan.minutes': (count: number): string => (count === 1 ? 'minute' : 'minutes'),
  'plan.time': 'Time for this sitting',
  'plan.timeValue': (count: number) => minutes(count),
  'plan.reviews': (count: number): string => (count === 1 ? 'review' : 'reviews'),
  'plan.usefulFirst': (count: number) => `${count === 1 ? 'review' : 'reviews'}, the most useful first`,
  'plan.section': (heading: string) => `section: “${heading}”`,
  'plan.fresh': (count: number): string => (count === 1 ? 'new question' : 'new questions'),
  'plan.noneNew': 'new, until the backlog is done',
  'plan.ownPace': (spread: number) => `by your own pace, ± ${n(spread)} min`,
  'plan.usualPace': (spread: number) => `by the usual pace until yours is known, ± ${n(spread)} min`,
  'plan.strip': (reviews: number, reading: number, fresh: number) =>
    `Reviews ${minutes(reviews)}, reading ${minutes(reading)}, new questions ${minutes(fresh)}`,
  'plan.leftTime': (count: number) =>
    `${n(count)} more ${count === 1 ? 'is due and waits' : 'are due and wait'} for your next sitting; nothing is hidden.`,
  'plan.leftLimit': (count: number) =>
    `${n(count)} more ${count === 1 ? 'is due and waits' : 'are due and wait'} for tomorrow: the daily limit is reached; nothing is hidden.`,
  'plan.leftNew': (count: number) => `${plural(count, 'new question waits', 'new questions wait')}.`,
  'plan.keptApart': (count: number) =>
    `${plural(count, 'question waits', 'questions wait')} for another day: one of today’s would give ${count === 1 ? 'it' : 'them'} away.`,
  'plan.putOff': (count: number) => `You put off ${plural(count, 'question', 'questions')} that would be due.`,
  'plan.suspended': (count: number) => `${plural(count, 'question is', 'questions are')} suspended.`,
  'plan.change': 'Change the plan',
  'plan.done': (count: number) => `Today’s ${minutes(count)} are done.`,
  'plan.doneMore': 'You may go on: choose a time.',
  'plan.everyDay': (count: number) => `Plan ${minutes(count)} every day`,

  'plan.welcomeBack': 'Welcome back',
  'plan.away': (away: number, now: string, before: string) =>
    `You were away for ${days(away)}. Most of it is still there: of what is overdue you are expected to know ${now}, from ${before}.`,
  'plan.backlog': 'The backlog, spread',
  'plan.backlogText': (count: number, end: string, perDay: number) =>
    `${plural(count, 'question is', 'questions are')} overdue, done by **${end}** at ${minutes(perDay)} a day. First those that would be lost soonest.`,
  'plan.backlogNever': (count: number, perDay: number) =>
    `${plural(count, 'question is', 'questions are')} overdue. At ${minutes(perDay)} a day they do not come to an end: a little more time does.`,
  'plan.canWait': (count: number) =>
    `${plural(count, 'question', 'questions')} that you still know well can wait; they are not hidden and come last.`,
  'plan.speed.gentle': (count: number, perDay: number) => `Gentler: ${days(count)}, ${n(perDay)} min`,
  'plan.speed.normal': (count: number, perDay: number) => `As now: ${days(count)}, ${n(perDay)} min`,
  'plan.speed.fast': (count: number, perDay: number) => `Faster: ${days(count)}, ${n(perDay)} min`,
  'plan.speeds': 'Other speeds',
  'plan.evenAgain': 'even again',
  'plan.backlogDay': (day: string, due: number, late: number) =>
    `${day}: ${minutes(Math.round(due))} that fall due, ${minutes(Math.round(late))} of the backlog`,
  'plan.faded': 'Where it faded most',
  'plan.fadedRow': (before: string, now: string) => `from ${before} to ${now}`,

  'plan.vacationOn': (end: string) => `You are on vacation until ${end}. Nothing is due, and your streak waits.`,
  'plan.vacationSoon': (range: string) => `Vacation ahead: ${range}. Nothing falls due then.`,
  'plan.vacationEnd': 'End the vacation today',
  'plan.vacations': 'Vacations',
  'plan.vacationsText': 'On these days nothing is due and your streak is not broken. New intervals keep out of them.',
  'plan.vacationFrom': 'First day',
  'plan.vacationTo': 'Last day',
  'plan.vacationAdd': 'Add the vacation',
  'plan.vacationRemove': (range: string) => `Remove the vacation ${range}`,
  'plan.remove': 'Remove',
  'plan.vacationOrder': 'The last day comes before the first.',

  'plan.daily': 'Minutes a day',
  'plan.dailyText': 'Reviews, reading and new questions are planned to fit. 0: no budget, only the daily limits.',
  'plan.dailyValue': (count: number) => (count === 0 ? 'no budget' : minutes(count)),
  'plan.month': 'The next 30 days',
  'plan.monthText': (mean: number, most: number, day: string) =>
    `About **${minutes(mean)} a day**; the fullest is ${day} with ${minutes(most)}.`,
  'plan.monthEmpty': 'Nothing is planned yet: read a lesson, and its questions come here.',
  'plan.monthDue': 'falls due that day',
  'plan.monthLate': 'overdue before',
  'plan.monthNew': 'new',
  'plan.monthDay': (day: string, time: number, due: number, late: number, fresh: number) =>
    `${day}: ${minutes(time)}; ${n(due)} due, ${n(late)} overdue, ${n(fresh)} new`,
  'plan.monthOff': (day: string) => `${day}: vacation`,
  'plan.monthHead.day': 'Day',
  'plan.monthHead.reviews': 'Reviews',
  'plan.monthHead.fresh': 'New',
  'plan.monthHead.minutes': 'Minutes',

  'goal.title': 'Goal',
  'goal.titleOf': (course: string) => `Goal of “${course}”`,
  'goal.none': 'Name the day of an exam, and the plan says whether you get there.',
  'goal.day': 'Day of the exam',
  'goal.target': 'Wanted on that day',
  'goal.set': 'Set the goal',
  'goal.change': 'Change the goal',
  'goal.remove': 'Remove the goal',
  'goal.dayPast': 'A day to come, please.',
  'goal.exam': (day: string) => `Exam, ${day}`,
  'goal.in': (count: number) => (count === 1 ? 'tomorrow' : `in ${days(count)}`),
  'goal.expected': (low: string, high: string) => `of the questions expected, ${low}–${high} likely`,
  'goal.mark': (target: string) => `goal ${target}`,
  'goal.onTrack': (perDay: number) => `On track with ${plural(perDay, 'new question', 'new questions')} a day.`,
  'goal.onTrackAll': 'On track: every question was asked, and the reviews keep them.',
  'goal.more': (more: number, perDay: number) =>
    `${n(more)} new a day more, ${n(perDay)} in all, would reach the goal.`,
  'goal.never': (best: string) =>
    `In the time that is left at most ${best} can be reached: a later day or more minutes help.`,
  'goal.over': (day: string) => `The day of the exam, ${day}, has come. Good luck!`,
  'goal.restsOn': (asked: number, all: number) =>
    `Reckoned from ${n(asked)} of ${plural(all, 'question', 'questions')} learned, your pace and your plan; questions never asked count as not known.`,
  'goal.bar': (expected: string, low: string, high: string, target: string) =>
    `Expected ${expected}, likely between ${low} and ${high}; the goal is ${target}`,

  'lessonCheck.title': (number: number) => `Check of lesson ${n(number)}`,
  'lessonCheck.offer': 'What do you know of it already?',
  'lessonCheck.offerText': (count: number) =>
    `${plural(count, 'question', 'questions')} before you read, as many after: then you see what the lesson gave you. Nothing is scheduled by it.`,
  'lessonCheck.start': 'Try it',
  'lessonCheck.skip': 'Not for this lesson',
  'lessonCheck.offerAfter': 'What did the lesson give you?',
  'lessonCheck.offerAfterText': (right: number, of: number) =>
    `Before reading you knew ${n(right)} of ${n(of)}. Other questions, equally hard, show what is new.`,
  'lessonCheck.startAfter': 'Check again',
  'lessonCheck.before': 'Before reading',
  'lessonCheck.after': 'After reading',
  'lessonCheck.place': (at: number, of: number) => `Question ${n(at)} of ${n(of)}`,
  'lessonCheck.result': (right: number, of: number) => `${n(right)} of ${n(of)}`,
  'lessonCheck.gain': (before: string, after: string) => `${before} → ${after}`,
  'lessonCheck.gained': (more: number) => `${n(more)} more than before you read.`,
  'lessonCheck.same': 'As many as before you read.',
  'lessonCheck.fewer': 'Fewer than before you read: the questions of the next days will show more.',
  'lessonCheck.onlyBefore':
    'Now read the lesson. At its end the same number of other questions shows what it gave you.',
  'lessonCheck.onlyAfter': 'There was no check before reading, so there is nothing to compare it with.',
  'lessonCheck.parts': (share: string) => `${share} of the parts were right.`,
  'lessonCheck.read': 'Read the lesson',
  'lessonCheck.toCourse': 'To the lessons',
  'lessonCheck.again': 'Check again',
  'lessonCheck.note': 'A check: it moves no schedule.',
  'lessonCheck.none': 'This lesson has too few questions for a check.',

  'reminder.title': 'Jamdai',
  'reminder.body': (count: number, time: number) =>
    `${plural(count, 'question is', 'questions are')} due: about ${minutes(time)}.`,
};
