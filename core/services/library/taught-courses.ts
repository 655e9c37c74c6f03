import type { Course } from '../../domain/course.ts';
import type { Layer } from './layers.ts';
import type { Pack } from './pack.ts';

/** Of two imports of one course the one that was taken in last counts; then that of the pack with the smaller hash. */
const isNewer = (one: Layer, other: Layer): boolean =>
  one.takenInAt !== other.takenInAt ? one.takenInAt > other.takenInAt : one.pack.sha256 < other.pack.sha256;

function standing(layers: readonly Layer[]): Map<string, Layer> {
  const byId = new Map<string, Layer>();
  for (const layer of layers) {
    const id = layer.pack.course?.course.id;
    if (id === undefined) continue;
    const other = byId.get(id);
    if (!other || isNewer(layer, other)) byId.set(id, layer);
  }
  return byId;
}

/** The courses that were brought in, each as it counts. */
export const taughtCourses = (layers: readonly Layer[]): Course[] =>
  [...standing(layers).values()].flatMap(({ pack }) => (pack.course ? [pack.course.course] : []));

/** The pack that a course counts of. */
export const coursePack = (layers: readonly Layer[], courseId: string): Pack | undefined =>
  standing(layers).get(courseId)?.pack;
