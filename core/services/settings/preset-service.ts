import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { recordOf, recordsOf, type RecordOf } from '../../domain/history/records.ts';
import { optionsIn, optionsOf, presetOf } from '../../domain/study/options.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { ProgressStore } from '../ports.ts';

type Presets = 'preset.list' | 'preset.set' | 'preset.remove' | 'course.options' | 'course.setOptions';

/** Presets and the options of courses. Every change is one event, so it can be undone. */
export function createPresetService(catalog: Catalog, store: ProgressStore): Pick<Handlers, Presets> {
  const presetCalled = (id: string): RecordOf<'preset'> => {
    const preset = recordOf(store.progress, 'preset', id);
    if (!preset || preset.removed) throw new AppError('not-found', `no preset ${id}`, { what: 'preset', id });
    return preset;
  };
  const optionsOfCourse = (courseId: string): Output<'course.options'> => ({
    courseId,
    preset: presetOf(store.progress, courseId),
    own: optionsIn(recordOf(store.progress, 'course-options', courseId)),
    options: optionsIn(optionsOf(store.progress, catalog.course(courseId))) as Output<'course.options'>['options'],
  });
  return {
    'preset.list': async () => ({
      presets: recordsOf(store.progress, 'preset')
        .filter(([, { removed }]) => !removed)
        .map(([id, preset]) => ({
          id,
          name: preset.name ?? '',
          options: optionsIn(preset),
          courses: catalog.courses
            .filter((course) => presetOf(store.progress, course.id) === id)
            .map(({ id: course, title }) => ({ id: course, title })),
        }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    }),
    'preset.set': async ({ id: asked, name, set }: Input<'preset.set'>) => {
      const known = asked === undefined ? undefined : presetCalled(asked);
      const id = asked ?? randomUUID().slice(0, 8);
      const changes = changesOf(known, { ...set, ...(name !== undefined && { name }) });
      if (changes) await store.append({ type: 'preset', id, set: changes });
      return { id };
    },
    'preset.remove': async ({ id }) => {
      presetCalled(id);
      await store.append({ type: 'preset', id, set: { removed: true } });
      return { done: true };
    },
    'course.options': async ({ courseId }) => optionsOfCourse(catalog.course(courseId).id),
    'course.setOptions': async ({ courseId, set }) => {
      const { id } = catalog.course(courseId);
      if (typeof set.preset === 'string') presetCalled(set.preset);
      const changes = changesOf(recordOf(store.progress, 'course-options', id), set);
      if (changes) await store.append({ type: 'course-options', id, set: changes });
      return optionsOfCourse(id);
    },
  };
}

/** What of the wanted fields is otherwise now; null where nothing is. */
function changesOf<F extends object>(known: Readonly<Record<string, unknown>> | undefined, wanted: F) {
  const changed = Object.entries(wanted).filter(
    ([key, value]) => value !== undefined && !isDeepStrictEqual(value, known?.[key] ?? null),
  );
  return changed.length === 0 ? null : (Object.fromEntries(changed) as { [K in keyof F]?: Exclude<F[K], undefined> });
}
