const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);
const answers = (count: number) => `${n(count)} ${count === 1 ? 'answer' : 'answers'}`;
const days = (count: number) => `${n(count)} ${count === 1 ? 'day' : 'days'}`;

/** Texts of the memory model's view. In a finding, `**words**` are what was found. */
export const enParameters = {
  'parameters.link': 'Memory model',
  'parameters.linkHelp': 'How fast you forget, fitted to your own answers; and what another goal would cost.',
  'parameters.back': 'Settings',
  'parameters.title': 'Memory model',
  'parameters.sub':
    'When you will forget is predicted by FSRS-6, from 21 numbers. They start as those of an average learner and can be fitted to your own answers.',

  'parameters.now': 'How it sees you',
  'parameters.now.published': 'It works with the numbers of an average learner.',
  'parameters.now.own': (count: number, from: string) =>
    `It works with numbers fitted to ${answers(count)} of yours, on ${from}.`,
  'parameters.now.same': (answered: number, rests: number) =>
    `A question you knew ${answered} times in a row rests **${days(rests)}**, as for an average learner.`,
  'parameters.now.slower': (answered: number, rests: number, usual: number) =>
    `You forget **more slowly**: a question you knew ${answered} times in a row rests **${days(rests)}**, for an average learner ${n(usual)}.`,
  'parameters.now.faster': (answered: number, rests: number, usual: number) =>
    `You forget **faster**: a question you knew ${answered} times in a row rests **${days(rests)}**, for an average learner ${n(usual)}.`,
  'parameters.good.caption': 'Days a question rests when every answer is Good',
  'parameters.good.answer': 'Answers in a row',
  'parameters.good.you': 'You',
  'parameters.good.average': 'Average learner',
  'parameters.weights': 'The 21 numbers',

  'parameters.fit': 'Fit it to you',
  'parameters.fit.help':
    'It learns from your older answers and is tested on the newest fifth, which it has not seen. New numbers are taken only where they predict these better than chance would explain. Days already promised stay as they are.',
  'parameters.fit.do': 'Fit now',
  'parameters.fit.cancel': 'Stop',
  'parameters.fit.reading': 'Reading your answers …',
  'parameters.fit.training': (count: number) => `Learning from ${answers(count)} …`,
  'parameters.fit.checking': 'Testing on the newest answers …',
  'parameters.verdict.accepted': (tested: number) =>
    `**Taken.** Tested on ${answers(tested)} it had not seen, it predicts you better.`,
  'parameters.verdict.not-better': (tested: number) =>
    `**Not taken.** Tested on ${answers(tested)} it had not seen, it is no better than what holds now, beyond chance.`,
  'parameters.verdict.no-pattern': (tested: number) =>
    `**Not taken.** Tested on ${answers(tested)} it had not seen, it is no better than your plain average: no pattern in time was found yet.`,
  'parameters.verdict.too-few': (have: number, fewest: number) =>
    `There are ${answers(have)} to learn from so far; it takes ${n(fewest)}.`,
  'parameters.figures': (before: string, after: string, low: string, high: string) =>
    `Log loss an answer: ${before} before, ${after} now (difference ${low} to ${high}, 95 % interval). Lower is better.`,
  'parameters.last': (when: string) => `Last fitted ${when}.`,
  'parameters.next': (missing: number, when: string) =>
    missing > 0
      ? `By itself once a month: next after ${n(missing)} more ${missing === 1 ? 'answer' : 'answers'}.`
      : when === ''
        ? 'By itself once a month: next in a while, in the background.'
        : `By itself once a month: next after ${when}.`,

  'parameters.versions': 'Versions',
  'parameters.version.own': (count: number) => `Fitted to ${answers(count)}`,
  'parameters.version.published': 'Average learner',
  'parameters.version.holds': 'in use',
  'parameters.version.undone': 'taken back',
  'parameters.version.use': 'Use again',
  'parameters.version.useOf': (when: string) => `Use the version of ${when} again`,
  'parameters.version.reset': 'Back to the average learner',
  'parameters.version.changed': 'Changed.',
  'parameters.version.undo': 'Undo',

  'reschedule.title': 'Days already promised',
  'reschedule.help':
    'They stay as they are until a question is answered next, whatever changes here. If you like, every question gets the day it would get now.',
  'reschedule.look': 'Show what would move',
  'reschedule.nothing': 'No question would move.',
  'reschedule.preview': (sooner: number, later: number) => `${n(sooner)} would come sooner, ${n(later)} later.`,
  'reschedule.do': (count: number) => `Move ${n(count)} ${count === 1 ? 'question' : 'questions'}`,
  'reschedule.done': 'Moved.',

  'simulator.title': 'What would it cost?',
  'simulator.help': 'Plays the days to come from your questions, your memory and your pace.',
  'simulator.first': 'One way',
  'simulator.second': 'Another way',
  'simulator.newPerDay': 'New questions a day',
  'simulator.retention': 'Recall you aim at',
  'simulator.days': 'How far ahead',
  'simulator.days.count': days,
  'simulator.from': 'Begin with',
  'simulator.from.now': 'What I know now',
  'simulator.from.nothing': 'Nothing learned',
  'simulator.minutes': 'Minutes a day',
  'simulator.remembered': 'Questions remembered',
  'simulator.week': 'Week',
  'simulator.way': (fresh: number, share: string) => `${n(fresh)} new, ${share}`,
  'simulator.point': (name: string, day: string, value: string) => `${name}, ${day}: ${value}`,
  'simulator.cost': (to: string, from: string, minutes: string, less: boolean) =>
    less
      ? `${to} instead of ${from} **saves you ${minutes} minutes a day**`
      : `${to} instead of ${from} **costs you ${minutes} minutes a day**`,
  'simulator.costs.same': (to: string, from: string) => `${to} and ${from} cost **about the same time**`,
  'simulator.gain': (count: number, less: boolean) =>
    count === 0
      ? 'and as much is remembered at the end.'
      : `and ${n(count)} ${count === 1 ? 'question' : 'questions'} **${less ? 'fewer' : 'more'}** are remembered at the end.`,
  'simulator.level': (first: string, second: string) => `At the end **${first}** and **${second}** are remembered.`,
  'simulator.rests': (known: number, fresh: number, pace: number) =>
    `Rests on ${n(known)} questions you are learning and ${n(fresh)} still to learn; your pace from ${answers(pace)}. One run of chance: a real day is up or down.`,
};
