import type { Output } from '../../../core/api/contract.ts';
import { BODY_GROUPS, type BodyGroup } from '../../../core/domain/pictures.ts';

export type Body = Output<'course.pictures'>['bodies'][number];

/** A group of bodies: what leads, then one column a branch, then what stands under no body. */
export interface Band {
  readonly group: BodyGroup;
  /** Above all columns. */
  readonly heads: readonly Body[];
  /** One list a branch, in the order of the branches; a branch may be empty here. */
  readonly columns: readonly (readonly Body[])[];
  readonly loose: readonly Body[];
}

/** A line from a body to one that works under it. */
export interface Line {
  readonly from: string;
  readonly to: string;
  /** `down`: to the head of a branch. `along`: inside a branch. */
  readonly kind: 'down' | 'along';
}

const isTop = (body: Body, bodies: readonly Body[]) =>
  body.parent === null && bodies.some(({ parent }) => parent === body.id);

/** The bodies in bands. The branches are what works directly under the first body that leads others. */
export function bandsOf(bodies: readonly Body[]): Band[] {
  const root = bodies.find((body) => isTop(body, bodies));
  const branches = bodies.filter(({ parent }) => parent !== null && parent === root?.id);
  return BODY_GROUPS.flatMap((group) => {
    const own = bodies.filter((body) => body.group === group);
    if (own.length === 0) return [];
    const columns = branches.map(({ id }) => own.filter((body) => branchOf(body, bodies, root?.id) === id));
    const placed = new Set(columns.flat());
    const heads = own.filter((body) => body === root);
    const loose = own.filter((body) => !placed.has(body) && body !== root);
    return [{ group, heads, columns: placed.size > 0 ? columns : [], loose }];
  });
}

/** The branch a body stands in: itself or the one of its parents that works directly under the root. */
function branchOf(body: Body, bodies: readonly Body[], root: string | undefined): string | null {
  const seen = new Set<string>();
  for (let at: Body | undefined = body; at && !seen.has(at.id);) {
    seen.add(at.id);
    if (at.parent === root) return at.id;
    const { parent }: Body = at;
    at = bodies.find(({ id }) => id === parent);
  }
  return null;
}

export function linesOf(bodies: readonly Body[]): Line[] {
  const root = bodies.find((body) => isTop(body, bodies));
  return bodies.flatMap(({ id, parent }) =>
    parent === null
      ? []
      : [{ from: parent, to: id, kind: parent === root?.id ? ('down' as const) : ('along' as const) }],
  );
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
const BUS = 14;
const SPINE = 9;

/** The path of a line between two boxes, in the units of the boxes. */
export function pathOf(kind: Line['kind'], from: Box, to: Box): string {
  const bottom = from.top + from.height;
  if (kind === 'down') {
    const x = from.left + from.width / 2;
    return `M${x} ${bottom}V${bottom + BUS}H${to.left + to.width / 2}V${to.top}`;
  }
  const right = from.left + from.width;
  if (to.left >= right && to.top < bottom) {
    const middle = (box: Box) => box.top + box.height / 2;
    return `M${right} ${middle(from)}H${(right + to.left) / 2}V${middle(to)}H${to.left}`;
  }
  return `M${from.left + SPINE} ${bottom}V${to.top + to.height / 2}H${to.left}`;
}
