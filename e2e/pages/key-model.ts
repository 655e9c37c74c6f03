/** What the learner sees when a key is pressed or something is clicked; read from the page before it happens. */
export interface Scene {
  readonly place: string;
  readonly dialog: boolean;
  /** Of the question that the keys go to: alone in a review, or the one with the focus in a lesson. */
  readonly question: { readonly open: boolean; readonly written: boolean; readonly graded: boolean } | null;
  /** The field that has the focus, if one has: with something to undo, or untouched. */
  readonly field: 'none' | 'untouched' | 'edited';
  /** The words of the button or link that has the focus. */
  readonly button: string | null;
  /** Nothing of the section is below the window's edge. */
  readonly atEnd: boolean;
}

export interface Key {
  /** What the layout types, or the name of the key. */
  readonly key: string;
  /** Its place on the keyboard. */
  readonly code: string;
  readonly mod?: 'Ctrl' | 'Alt' | 'Shift';
}

/** Everything that changes what the learner has done. */
export const CHANGES = [
  'study.answer',
  'study.correct',
  'study.hint',
  'study.undo',
  'card.update',
  'lesson.complete',
] as const;
export type Change = (typeof CHANGES)[number];

const BUTTONS: readonly (readonly [RegExp, Change])[] = [
  [/^(Check|Sure: check|Not sure|I don’t know|Again|Hard|Good|Easy)/, 'study.answer'],
  [/^I was right/, 'study.correct'],
  [/^Hint/, 'study.hint'],
  [/^(Undo|Take it back)/, 'study.undo'],
  [/^Suspend/, 'card.update'],
  [/^(Continue|Finish the lesson)/, 'lesson.complete'],
];
/** What a button promises. */
export const meantBy = (button: string | null): Change | null =>
  BUTTONS.find(([words]) => button !== null && words.test(button))?.[1] ?? null;

const LETTERS: Readonly<Record<string, Change>> = {
  KeyH: 'study.hint',
  KeyI: 'study.correct',
  KeyN: 'study.answer',
  KeyS: 'card.update',
  KeyU: 'study.undo',
};

/** The one change that a key may make where it is pressed; null where it may change nothing. */
export function allowedBy({ key, code, mod }: Key, scene: Scene): Change | null {
  const { question, field, button } = scene;
  // In a dialog keys press its buttons, and nothing else.
  if (scene.dialog) return mod === undefined && (key === 'Enter' || key === ' ') ? meantBy(button) : null;
  if (mod === 'Ctrl') return code === 'KeyZ' && field !== 'edited' ? 'study.undo' : null;
  if (mod === 'Alt') return code === 'KeyU' ? null : (LETTERS[code] ?? null);
  if (key === 'Enter') {
    if (button !== null) return meantBy(button) ?? (question?.open ? 'study.answer' : null);
    return question?.open ? 'study.answer' : null;
  }
  if (field !== 'none') return null;
  if (key === ' ') {
    if (button !== null) return meantBy(button);
    if (question?.open) return question.graded ? 'study.answer' : null;
    return scene.place === 'lesson' && scene.atEnd ? 'lesson.complete' : null;
  }
  if (question?.written) return null;
  if (question?.graded && /^[1-4]$|[๑-๔]/.test(key)) return 'study.answer';
  if (question?.graded && /^Digit[1-4]$/.test(code) && mod === undefined) return 'study.answer';
  return LETTERS[code] ?? null;
}
