const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);

/** Masks on a picture. */
export const enOcclusion = {
  'region.title': 'Picture and places',
  'region.task': 'What is asked',
  'region.task.name': 'Name a place',
  'region.task.find': 'Find a place',
  'region.task.place': 'Put names to places',
  'region.covers.all': 'hide all places',
  'region.covers.asked': 'hide what is asked',
  'region.covers.none': 'hide nothing',
  'region.list': 'Places',
  'region.asked': 'ask',
  'region.accept': 'Also accepted',
  'region.acceptHelp': 'A line each, beside the name of the place.',
  'region.asks': (number: number) => `Place ${n(number)} is asked`,
  'region.name': (number: number, language: string) => `Name of place ${n(number)} (${language})`,
  'region.number': (number: number) => `place ${n(number)}`,
  'masks.title': 'Picture and masks',
  'masks.help':
    'Draw over what is to be asked. Keys: arrows move the mask in focus, Shift with arrows sizes it, Delete takes it away.',
  'masks.choose': 'Choose a picture …',
  'masks.change': 'Another picture …',
  'masks.none': 'Paste, drop or choose a picture to begin with.',
  'masks.tool': 'Shape to draw',
  'masks.rect': 'Rectangle',
  'masks.ellipse': 'Ellipse',
  'masks.polygon': 'Polygon',
  'masks.text': 'Label',
  'masks.polygonHelp': 'Click the corners one after the other; Enter or a double click ends it, Esc gives it up.',
  'masks.add': 'Add one in the middle',
  'masks.hides': 'On the question',
  'masks.hideAll': 'hide all, ask one',
  'masks.hideOne': 'hide one, ask it',
  'masks.mask': (number: number, kind: string, name: string) =>
    name === '' ? `Mask ${n(number)}, ${kind}` : `Mask ${n(number)}, ${kind}: ${name}`,
  'masks.place': (left: string, top: string, width: string, height: string) =>
    `${left} from the left, ${top} from the top, ${width} wide, ${height} high`,
  'masks.list': 'Masks',
  'masks.name': (number: number) => `Name of mask ${n(number)}`,
  'masks.named': 'what is there',
  'masks.number': (number: number) => `Card of mask ${n(number)}`,
  'masks.card': 'Card',
  'masks.gone': (number: number) => `Mask ${n(number)} is taken away`,
};
