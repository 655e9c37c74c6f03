const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;
const answers = (count: number) => plural(count, 'answer', 'answers');
const days = (count: number) => plural(count, 'day', 'days');
const questions = (count: number) => plural(count, 'question', 'questions');

/** Texts of the statistics. In a finding, `**words**` are what was found. */
export const enStats = {
  'nav.stats': 'Statistics',

  'chart.table': 'Table',
  'chart.tableOf': (title: string) => `Table: ${title}`,
  'chart.export': 'Export',
  'chart.exportOf': (title: string) => `Export: ${title}`,
  'chart.csv': 'Figures (CSV)',
  'chart.svg': 'Picture (SVG)',
  'chart.png': 'Picture (PNG)',
  'chart.exportFailed': 'The picture could not be made. The figures can be saved.',

  'stats.title': 'Statistics',
  'stats.range': 'How far back',
  'stats.range.30d': '30 days',
  'stats.range.90d': '90 days',
  'stats.range.1y': '1 year',
  'stats.range.all': 'All',
  'stats.scope': 'What it is about',
  'stats.scope.all': 'All courses',
  'stats.scope.searches': 'Searches',
  'stats.scope.lesson': (number: number, title: string) => `Lesson ${n(number)} · ${title}`,
  'stats.answers': answers,
  'stats.questions': questions,
  'stats.aDay': (date: string, count: number) => `${date}: ${answers(count)}`,
  'stats.shareOf': (name: string, share: string, low: string, high: string, count: number) =>
    `${name}: ${share} right of ${answers(count)}; true value most likely from ${low} to ${high}`,
  'stats.noShare': (name: string) => `${name}: no answers`,
  'stats.hoursMinutes': (hours: number, minutes: number) =>
    hours > 0 ? `${n(hours)} h ${minutes} min` : `${minutes} min`,

  'stats.tile.answers': (on: number, of: number) => `answers on ${n(on)} of ${days(of)}`,
  'stats.tile.time': (seconds: string) => `time, ${seconds} seconds an answer`,
  'stats.tile.retention': (target: string) => `true retention, target ${target}`,
  'stats.tile.strong': 'questions over 90\u00a0% today',
  'stats.tile.gain': 'more than 30 days ago',
  'stats.tile.loss': 'fewer than 30 days ago',
  'stats.tile.same': 'as many as 30 days ago',

  'stats.col.day': 'Day',
  'stats.col.answers': 'Answers',
  'stats.col.right': 'Right',
  'stats.col.minutes': 'Minutes',
  'stats.col.cards': 'Questions',
  'stats.col.share': 'Share right',
  'stats.col.low': 'From (90\u00a0%)',
  'stats.col.high': 'To (90\u00a0%)',
  'stats.col.what': 'What',
  'stats.col.hour': 'Hour',
  'stats.col.from': 'From',
  'stats.col.to': 'To',
  'stats.col.question': 'Question',
  'stats.col.misses': 'Misses',
  'stats.col.predicted': 'Predicted',
  'stats.col.lesson': 'Lesson',
  'stats.col.remembered': 'Remembered',
  'stats.col.recall': 'Recall now',
  'stats.col.dots': 'Dots',
  'stats.col.discrimination': 'Discrimination',
  'stats.col.concerns': 'To look at',

  'stats.calendar': 'Calendar',
  'stats.calendar.finding': (on: number, of: number) => `You studied on **${n(on)} of ${days(of)}**.`,
  'stats.calendar.since': (on: number, of: number, since: string) =>
    `You studied on **${n(on)} of ${days(of)}** since ${since}.`,
  'stats.calendar.pause': (length: number, when: string) => `The longest pause was ${days(length)}, ${when}.`,
  'stats.less': 'less',
  'stats.more': 'more',

  'stats.work': 'Answers',
  'stats.work.finding': (perDay: string, most: number, when: string) =>
    `On the days you studied, **${perDay} answers** each. The most were ${n(most)}, ${when}.`,
  'stats.maturity.new': 'New',
  'stats.maturity.learning': 'Learning',
  'stats.maturity.relearning': 'Learned again',
  'stats.maturity.young': 'Young',
  'stats.maturity.mature': 'Mature',
  'stats.maturity.other': 'Practice',
  'stats.maturity.note.learning': 'in the steps',
  'stats.maturity.note.young': 'under 21 days',
  'stats.maturity.note.mature': '21 days and more',

  'stats.time': 'Time',
  'stats.time.finding': (minutes: number, total: string) =>
    `**${plural(minutes, 'minute', 'minutes')}** on a day of study, ${total} in all.`,
  'stats.time.bar': (when: string, minutes: number) => `${when}: ${plural(minutes, 'minute', 'minutes')}`,

  'stats.forecast': 'Forecast',
  'stats.forecast.finding': (perDay: string, span: number, minutes: number) =>
    `About **${perDay} a day** in the next ${days(span)}, ${plural(minutes, 'minute', 'minutes')}, by what is known now.`,
  'stats.forecast.overdue': (count: number) =>
    count === 1 ? '1 is overdue and comes first.' : `${n(count)} are overdue and come first.`,
  'stats.forecast.none': 'Nothing is overdue.',
  'stats.forecast.today': 'due today',
  'stats.forecast.later': 'later',
  'stats.forecast.late': 'overdue',
  'stats.forecast.lateCount': (count: number) => `${n(count)} overdue`,
  'stats.forecast.span': 'How far ahead',
  'stats.forecast.days': (count: number) => days(count),
  'stats.today': 'today',

  'stats.retention': 'True retention',
  'stats.retention.above': (share: string, target: string) =>
    `You remember **more than you aim at**: ${share} of what you had learned, target ${target}.`,
  'stats.retention.on': (share: string, target: string) =>
    `You remember **what you aim at**: ${share} of what you had learned, target ${target}.`,
  'stats.retention.below': (share: string, target: string) =>
    `You remember **less than you aim at**: ${share} of what you had learned, target ${target}.`,
  'stats.target': (target: string) => `target ${target}`,
  'stats.interval': 'line: 90\u00a0% interval',

  'stats.calibration': 'Calibration',
  'stats.calibration.finding': (predicted: string, right: string) =>
    `When Jamdai expects ${predicted}, you are right **${right}** of the time.`,
  'stats.calibration.better': (loss: string, mean: string, moving: string) =>
    `It beats both plain guesses: log loss **${loss}** against ${mean} and ${moving}.`,
  'stats.calibration.worse': (loss: string, mean: string, moving: string) =>
    `A plain guess does better: log loss **${loss}** against ${mean} and ${moving}. Your own parameters may help.`,
  'stats.calibration.same': (loss: string, mean: string, moving: string) =>
    `It does no better than plain guesses yet: log loss **${loss}** against ${mean} and ${moving}.`,
  'stats.calibration.too-few': 'There are too few answers to compare it with plain guesses.',
  'stats.predictor.schedule': 'Jamdai',
  'stats.predictor.mean': 'your mean so far',
  'stats.predictor.moving': 'your last 100 answers',
  'stats.calibration.perfect': 'perfect',
  'stats.calibration.right': 'right',
  'stats.calibration.predicted': 'predicted',
  'stats.calibration.point': (predicted: string, right: string, count: number) =>
    `Predicted ${predicted}: ${right} right of ${answers(count)}`,
  'stats.calibration.schedule': (rmse: string, auc: string) => `Jamdai · RMSE ${rmse} · AUC ${auc}`,

  'stats.sureness': 'Sure or not',
  'stats.sureness.knows': (inHundred: string, wrong: number) =>
    `You know what you know: sure answers are right **${inHundred} of 100** times. ${plural(wrong, 'sure answer was', 'sure answers were')} wrong.`,
  'stats.sureness.unclear': (inHundred: string, wrong: number) =>
    `Sure answers are right **${inHundred} of 100** times, hardly more than the others. ${plural(wrong, 'sure answer was', 'sure answers were')} wrong.`,
  'stats.said.sure': 'Said “sure”',
  'stats.said.nothing': 'Said nothing',
  'stats.said.unsure': 'Said “not sure”',

  'stats.hardest': 'Hardest questions',
  'stats.hardest.finding': (judged: number) =>
    `The lowest shares right of the **${questions(judged)}** with four answers or more.`,
  'stats.hardest.misses': (count: number) => plural(count, 'miss', 'misses'),
  'stats.hardest.ask': (count: number) => (count === 1 ? 'Ask this one' : `Ask these ${n(count)}`),

  'stats.hours': 'By hour',
  'stats.hours.finding': (best: string, share: string, worst: string, low: string) =>
    `Best at **${best}**, ${share} right; at ${worst} it is ${low}.`,
  'stats.hours.even': 'No hour stands out: the differences are within chance.',
  'stats.hours.bar': (hour: string, count: number) => `${hour}: ${answers(count)}`,
  'stats.hours.barShare': (hour: string, count: number, share: string) =>
    `${hour}: ${answers(count)}, ${share} of what was known right`,
  'stats.hours.right': 'right, of what was known',

  'stats.intervals': 'Intervals',
  'stats.intervals.finding': (median: string) => `Half of your questions come back after **${median} days** or more.`,
  'stats.stability': 'Stability',
  'stats.stability.finding': (median: string) =>
    `Half of your memories last **${median} days** or more until recall falls to 90\u00a0%.`,
  'stats.difficulty': 'Difficulty',
  'stats.difficulty.finding': (mean: string) => `On average **${mean} of 10**: how hard a memory is to make longer.`,
  'stats.recall': 'Recall now',
  'stats.recall.finding': (share: string, count: number) =>
    `Asked now, you would know **${share}** of the ${questions(count)} you have answered.`,
  'stats.bin': (from: string, to: string) => `${from} to ${to}`,
  'stats.binAndMore': (from: string) => `${from} and more`,
  'stats.binCount': (bin: string, count: number) => `${bin}: ${questions(count)}`,

  'stats.grades': 'By grade',
  'stats.grades.finding': (inHundred: string) =>
    `**${inHundred} of 100** answers to questions you had learned were forgotten.`,
  'stats.grades.none': 'Nothing that was learned has been asked yet.',
  'stats.grades.bar': (what: string, counts: string) => `${what}: ${counts}`,

  'stats.kinds': 'By kind of question',
  'stats.kinds.finding': (kind: string, share: string) => `The hardest kind is **${kind}**: ${share} right.`,
  'stats.kind.other': 'Not in the library any more',

  'stats.added': 'Added',
  'stats.added.finding': (count: number, on: number) => `**${questions(count)}** came in on ${days(on)}.`,
  'stats.added.none': 'No question came in within this time.',
  'stats.addedBar': (when: string, count: number) => `${when}: ${questions(count)}`,

  'stats.mastery': 'Lessons',
  'stats.mastery.finding': (remembered: number, all: number, done: number) =>
    `**${n(remembered)} of ${questions(all)}** have left the learning steps; ${plural(done, 'lesson is', 'lessons are')} learned: every question right on three days.`,
  'stats.mastery.row': (introduced: number, all: number) => `${n(introduced)} of ${n(all)} asked`,
  'stats.mastery.recall': (share: string) => `recall ${share}`,
  'stats.mastery.dots': (dots: number) => `every question right on ${dots} of 3 days`,
  'stats.mastery.topics': (title: string) => `Topics of ${title}`,

  'stats.items': 'Health of the questions',
  'stats.items.finding': (found: number, judged: number) =>
    `**${n(found)} of ${questions(judged)}** with enough answers deserve a look.`,
  'stats.items.many': (found: number, judged: number) =>
    `**${n(found)} or more of ${questions(judged)}** with enough answers deserve a look.`,
  'stats.items.none': (judged: number) => `Nothing stands out among the **${questions(judged)}** with enough answers.`,
  'stats.concern.too-easy': 'nearly always right',
  'stats.concern.too-hard': 'mostly wrong',
  'stats.concern.against-the-grain': 'right on your bad days',
  'stats.concern.idle-options': (options: string) => `nobody picks ${options}`,
  'stats.items.facility': (share: string, count: number) => `${share} of ${n(count)}`,
  'stats.items.more': (count: number) => `Show ${n(count)} more`,

  'stats.empty.none': 'Nothing to count yet. Your first answers will stand here.',
  'stats.empty.go': 'To the lessons',
  'stats.empty.some': (count: number) => `${answers(count)} so far. A chart appears when it has enough to be honest.`,
  'stats.later': 'What comes later',
  'stats.later.have': (have: number, want: number) => `${n(have)} / ${n(want)}`,
  'stats.later.tomorrow': 'tomorrow',
  'stats.later.inDays': (count: number) => (count === 1 ? 'about a day' : `about ${days(count)}`),
  'stats.later.inWeeks': (count: number) => `about ${plural(count, 'week', 'weeks')}`,
  'stats.need.days': (want: number) => `from ${days(want)} with an answer`,
  'stats.need.answers': (want: number) => `from ${answers(want)}`,
  'stats.need.known': (want: number) => `from ${answers(want)} to questions that came back`,
  'stats.need.cards': (want: number) => `from ${questions(want)} in review`,
  'stats.need.repeated': (want: number) => `from ${questions(want)} with four answers or more`,
  'stats.need.said': (want: number) => `when you said “sure” or “not sure” ${n(want)} times`,
};
