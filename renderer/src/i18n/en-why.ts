const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

/** Why a question comes back when it does; and what helps with one that is forgotten again and again. */
export const enWhy = {
  'why.open': 'why?',
  'why.then': (recall: string, target: string) =>
    `Then you still know it with **${recall}**; your target is ${target}.`,
  'why.steps': 'It is in the short learning steps, which come within minutes.',
  'why.rule.target': 'It is the day on which recall falls to your target.',
  'why.rule.fuzz': 'It is one of the days around your target, so that questions learned together part.',
  'why.rule.balance': 'It is one of the days around your target: one with less to do.',
  'why.rule.apart': 'It is a day later than a worse grade would have given.',
  'why.rule.not-shorter': 'You knew it, so it does not come back sooner than the last time.',
  'why.rule.maximum': 'It is the longest interval your settings allow.',
  'why.rule.rest-day': 'The days around your target are kept free, so it is the nearest other day.',
  'why.rule.step': 'It is in the short learning steps.',
  'why.rule.promised': 'The day was promised under other settings, or you set it.',
  'why.figures': 'In figures',
  'why.graded': 'Graded',
  'why.recallBefore': 'Known before the answer',
  'why.firstAnswer': 'first answer',
  'why.stability': 'Stability (days until recall is 90 %)',
  'why.difficulty': 'Difficulty, 1 to 10',
  'why.wanted': 'Interval that FSRS wants',
  'why.given': 'Interval given',
  'why.recallAtDue': 'Known when it comes back',
  'why.target': 'Target',
  'why.parameters': 'Parameters',
  'why.ownParameters': 'your own',
  'why.publishedParameters': 'as published',
  'why.others': 'Other grades',
  'why.other': (grade: string, when: string) => `${grade}: ${when}`,
  'why.window': 'Days to choose from, and what was due then',
  'why.day': (day: string, load: number) => `${day}: ${plural(load, 'question', 'questions')}`,
  'why.restDay': (day: string) => `${day}: kept free`,
  'why.chosen': 'chosen',
  'leech.title': (lapses: number) => `Forgotten ${plural(lapses, 'time', 'times')}`,
  'leech.text':
    'Asking it more often helps little. Often it is mixed up with another question, or what stands behind it was never clear.',
  'leech.read': 'Read the section',
  'leech.contrast': 'Compare what you mix up',
  'leech.archive': 'Put it aside',
  'leech.archiveNote': 'Put aside, it is not asked any more until you take it up again. Undo brings it back.',
  'contrast.heading': 'What you mix up',
  'contrast.sub':
    'Pairs found in your wrong answers, more often than chance would make. Asking them in turn helps to tell them apart.',
  'contrast.none':
    'Nothing is mixed up so far, as far as your answers tell. A pair needs at least two wrong answers of its kind.',
  'contrast.named': 'Often mixed up',
  'contrast.namedSub':
    'The course names these pairs: their answers are easily taken for one another. You have studied both.',
  'contrast.showAll': (pairs: number) => `Show all ${pairs} pairs`,
  'contrast.askAll': 'Ask all in turn',
  'contrast.askPair': 'Ask this pair',
  'contrast.askPairOf': (one: string, two: string) => `Ask this pair: ${one}, ${two}`,
  'contrast.pair': (one: string, two: string) => `${one} ↔ ${two}`,
  'contrast.evidence': (count: number) => plural(count, 'wrong answer', 'wrong answers'),
  'contrast.instead': (given: string, expected: string) => `“${given}” instead of “${expected}”`,
  'contrast.link': 'Mixed up',
  'redo.today': 'Today’s errors',
  'keys.why': 'why it comes back then',
};
