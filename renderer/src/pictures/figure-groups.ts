import type { Output } from '../../../core/api/contract.ts';
import type { Bilingual } from '../../../core/domain/question.ts';

export type Figure = Output<'course.pictures'>['forces'][number];

/** A figure and the length of its bar, 0 to 1; no bar where there is nothing of its unit beside it. */
export interface Bar {
  readonly figure: Figure;
  readonly id: string;
  readonly share: number | null;
}
/** Figures of one unit, as the passages give them. */
interface UnitGroup {
  readonly unit: Bilingual;
  readonly bars: readonly Bar[];
  /** The same thing is given different sizes. */
  readonly differ: boolean;
}
export interface SubjectGroup {
  readonly subject: string;
  readonly name: Bilingual;
  readonly units: readonly UnitGroup[];
}

const unitOf = ({ unit }: Figure): string => `${unit.th}|${unit.en}`;

/**
 * Figures by what they are of, then by unit; never one unit against another.
 * @param scale `all`: bars of a unit are to one scale everywhere. `subject`: only within a subject.
 */
export function groupFigures(figures: readonly Figure[], kind: string, scale: 'all' | 'subject'): SubjectGroup[] {
  return groupBy(figures, ({ subject }) => subject).map((own) => ({
    subject: own[0].subject,
    name: own[0].name,
    units: groupBy(own, unitOf).map((alike) => {
      const measured = scale === 'all' ? figures.filter((figure) => unitOf(figure) === unitOf(alike[0])) : alike;
      const most = Math.max(...measured.map(({ value }) => value));
      return {
        unit: alike[0].unit,
        differ: scale === 'all' && new Set(alike.map(({ value }) => value)).size > 1,
        bars: alike.map((figure) => ({
          figure,
          id: `${kind}-${figures.indexOf(figure)}`,
          share: measured.length > 1 && most > 0 ? figure.value / most : null,
        })),
      };
    }),
  }));
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
