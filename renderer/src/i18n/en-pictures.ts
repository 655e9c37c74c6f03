const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`;

/** Texts of the map, the calendar and the partners, and of pictures that ask. */
export const enPictures = {
  'mark.number': (at: number, of: number) => `mark ${n(at)} of ${n(of)}`,
  'mark.asked': 'asked',
  'mark.right': 'right',
  'mark.wrong': 'wrong',
  'mark.missed': 'the right place',

  'members.count': 'Number',
  'members.counts': (counts: string) => `How many took part: ${counts}`,
  'members.now': 'to the end of the source',
  'members.once': 'took part',
  'members.yearOnly': 'only the year is sure',
  'members.until': (year: string) => `to ${year}`,

  'bodies.officer': 'Highest officer',

  'pictures.whole': (picture: string) => `All of it: ${picture}`,
  'pictures.map': 'Map',
  'places.title': 'Where it happened',
  'places.sub': 'The places the source names, and the states that took part at the chosen moment.',
  'places.steps': 'Moments',
  'places.step': (at: number, of: number) => `${n(at)} of ${n(of)}`,
  'places.back': 'Earlier moment',
  'places.on': 'Later moment',
  'places.members': (count: number) => plural(count, 'state takes part', 'states take part'),
  'places.member': 'takes part at this moment',
  'places.disputed': 'disputed',
  'places.disputedNote':
    'Hatched areas are disputed; the map takes no side. Outlines are simplified (Natural Earth) and say nothing on borders.',
  'places.place': 'Place',
  'places.state': 'State',
  'places.what': 'What the source says of it',
  'places.in': (place: string, state: string) => `${place}, ${state}`,
  'places.numbers': 'Numbers on the map',
  'places.offMap': 'Off the map:',

  'pictures.calendar': 'Exercises',
  'calendar.title': 'Calendar of the exercises',
  'calendar.sub': 'As exact as the source dates them: a day, a month or only a year.',
  'calendar.chart': 'Exercises by years and months',
  'calendar.name': 'Exercise',
  'calendar.when': 'When',
  'calendar.whereHeld': 'Where',
  'calendar.forces': 'Who took part, and what for',
  'calendar.notStated': 'not stated',
  'calendar.yearly': (year: string) => `every year since ${year}`,
  'calendar.span': (from: string, to: string) => `${from} to ${to}`,
  'calendar.partOf': (whole: string) => `Part of ${whole}`,

  'pictures.partners': 'Partners',
  'partners.title': 'Members, observers, partners',
  'partners.sub': 'Each ring outwards is a looser tie. Each name opens its document, its date and its passage.',
  'partners.chart': 'Rings of partners',
  'partners.name': 'Name',
  'partners.ring': 'Ring',
  'partners.tie': 'What ties them',
  'partners.date': 'Date',
  'partners.undated': 'no date given',
  'ring.members': 'Members',
  'ring.observers': 'Observers at the Parliamentary Assembly',
  'ring.documents': 'Documents signed',
  'ring.contacts': 'Contacts',
  'ring.dialogue': 'A dialogue is wished for',
};
