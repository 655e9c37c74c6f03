import type { CardTemplate, NoteType } from '../note/note-type.ts';
import { showsField } from './cards-made.ts';
import { clozeNumbers } from './cloze.ts';
import { faceOf, type Face } from './face.ts';
import { isEmptyField, ownFields, specialFields, type CardPlace, type NoteContent } from './fields.ts';
import { parsedBack, parsedFront } from './parsed.ts';
import type { Side, TemplateProblem } from './problems.ts';
import { SideText, TYPED_PLACE, type TypedAnswer } from './side-text.ts';
import { withoutSounds } from './sounds.ts';
import { escapeText } from './escape.ts';

/** A card of a note: both sides, and what is wrong with them. */
export interface RenderedCard {
  readonly front: Face;
  readonly back: Face;
  /** Absent where nothing is typed. */
  readonly typed?: TypedAnswer;
  readonly problems: readonly TemplateProblem[];
}

/**
 * Makes both sides of a card. Whatever the template is like, there are two sides: what can not be made is left out and told.
 * @param ordinal place of the template; of a cloze the number of its gap less one
 */
export function render(type: NoteType, note: NoteContent, ordinal: number, place: CardPlace): RenderedCard {
  const isCloze = type.kind === 'cloze';
  const template = type.templates[isCloze ? 0 : ordinal];
  if (!template) {
    const empty: Face = { html: '', sounds: [], media: [], shapes: [] };
    return { front: empty, back: empty, problems: [problem('missing-template', 'front', String(ordinal + 1))] };
  }
  const own = ownFields(type, note);
  const special = [...specialFields(type, note, template.name, place)].map(
    ([name, value]) => [name, escapeText(value)] as const,
  );
  const source = { fields: new Map([...special, ...own]), number: ordinal + 1, isCloze };

  const frontText = new SideText({ ...source, side: 'front', frontSide: '' }, parsedFront(template));
  const front = faceOf(frontText.text, frontText.shapes);
  const backText = new SideText(
    { ...source, side: 'back', frontSide: withoutSounds(frontText.text) },
    parsedBack(template),
  );
  const { typed } = frontText;
  const back = faceOf(onePlace(backText.text, typed !== null, backText.typed !== null), backText.shapes);

  const problems = [
    ...blankness(template, isCloze, ordinal + 1, own),
    ...frontText.problems,
    ...backText.problems,
    ...front.failed.map((name) => problem('bad-formula', 'front', name)),
    ...back.failed.map((name) => problem('bad-formula', 'back', name)),
  ];
  return { front: front.face, back: back.face, ...(typed && { typed }), problems };
}

/** The back shows one comparison: in its own place, else in that of the front it repeats; none where nothing was typed. */
function onePlace(back: string, isTyped: boolean, hasOwn: boolean): string {
  const pieces = back.split(TYPED_PLACE);
  if (pieces.length === 1) return back;
  if (!isTyped) return pieces.join('');
  const at = hasOwn ? pieces.length - 1 : 1;
  return pieces.slice(0, at).join('') + TYPED_PLACE + pieces.slice(at).join('');
}

function blankness(
  template: CardTemplate,
  isCloze: boolean,
  number: number,
  own: ReadonlyMap<string, string>,
): TemplateProblem[] {
  if (isCloze) {
    const isThere = [...own.values()].some((text) => clozeNumbers(text).includes(number));
    return isThere ? [] : [problem('missing-cloze', 'front', String(number))];
  }
  const filled = new Set([...own].flatMap(([name, value]) => (isEmptyField(value) ? [] : [name])));
  return showsField(parsedFront(template).nodes, filled) ? [] : [problem('blank-front', 'front', template.name)];
}

const problem = (code: TemplateProblem['code'], side: Side, name: string): TemplateProblem => ({ code, side, name });
