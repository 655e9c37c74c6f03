/** Ease of SM-2, as Anki has it, where FSRS has difficulty: 2.5 is 5, and 1.3, the least, is 10. */
const MIDDLE = { ease: 2.5, difficulty: 5 };
const EASE_PER_DIFFICULTY = (2.5 - 1.3) / 5;

/** @returns 1 to 10 */
export const difficultyOf = (ease: number): number =>
  Math.min(10, Math.max(1, MIDDLE.difficulty + (MIDDLE.ease - ease) / EASE_PER_DIFFICULTY));

/** The ease that `difficultyOf` makes a difficulty of. */
export const easeOf = (difficulty: number): number =>
  MIDDLE.ease + (MIDDLE.difficulty - difficulty) * EASE_PER_DIFFICULTY;
