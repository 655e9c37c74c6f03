const numbers = new Intl.NumberFormat('en-GB');
const plural = (count: number, one: string, many: string) => `${numbers.format(count)} ${count === 1 ? one : many}`;

/** Cards that templates make. */
export const enFace = {
  'face.title': 'Card',
  'face.replay': 'Hear again',
  'face.play': (number: number) => `Play sound ${numbers.format(number)}`,
  'face.missingOne': (name: string) => `Missing: ${name}`,
  'face.remoteOne': (address: string) => `Not loaded: ${address}`,
  'face.missing': (names: string) => `Not in the deck’s files: ${names}`,
  'face.onTheWay': (names: string) => `On its way from another device: ${names}`,
  'face.remote': (count: number, hosts: string) =>
    `${plural(count, 'file', 'files')} of other sites not loaded: ${hosts}`,
  'face.stopped': (what: string) => `Taken out of this card, so that nothing runs or loads: ${what}`,
  'face.stopped.script': 'a script',
  'face.stopped.page': 'a page within the card',
  'face.stopped.form': 'a form',
  'face.stopped.style': 'a style that loads or runs something',
  'face.link': 'This link leads out of the app, which opens nothing outside:',
  'face.problem.unknown-field': (name: string) => `The template names a field that is not there: ${name}`,
  'face.problem.unknown-section': (name: string) => `The template asks for a field that is not there: ${name}`,
  'face.problem.unknown-filter': (name: string) => `The template uses a filter nobody knows: ${name}`,
  'face.problem.unclosed-tag': (name: string) => `The template has {{ without }}: ${name}`,
  'face.problem.unclosed-section': (name: string) => `A part of the template has no end: ${name}`,
  'face.problem.unopened-section': (name: string) => `A part of the template ends that did not begin: ${name}`,
  'face.problem.too-deep': (name: string) =>
    `The template has too many parts within parts; the inner ones are left out. ${name}`,
  'face.problem.too-long': (name: string) => `This side is too long and was cut. ${name}`,
  'face.problem.blank-front': (name: string) => `No field of the front holds anything: ${name}`,
  'face.problem.missing-cloze': (number: string) => `The note has no gap ${number} any more.`,
  'face.problem.missing-template': (number: string) => `The note type has no template ${number}.`,
  'face.problem.bad-formula': (source: string) => `A formula can not be set: ${source}`,
  'keys.replay': 'hear the sounds of a card again',
};
