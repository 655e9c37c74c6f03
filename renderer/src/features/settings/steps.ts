const MAX_STEPS = 10;
const MAX_STEP_MIN = 1440;

/** Steps as they are typed: minutes with spaces or commas between. Null where that is no list of steps. */
export function stepsIn(typed: string): number[] | null {
  const words = typed.split(/[\s,]+/).filter((word) => word !== '');
  const minutes = words.map(Number);
  const isStep = (step: number) => step >= 1 && step <= MAX_STEP_MIN;
  return minutes.length <= MAX_STEPS && minutes.every(isStep) ? minutes : null;
}

export const stepsText = (minutes: readonly number[]): string => minutes.join(' ');
