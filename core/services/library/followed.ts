import type { Handlers, Method } from '../../api/contract.ts';

/** After these the library may be another one. */
const CHANGING: readonly Method[] = [
  'library.import',
  'library.undoImport',
  'library.remove',
  'deck.create',
  'course.add',
  'course.set',
  'course.remove',
  'lesson.add',
  'lesson.set',
  'lesson.move',
  'lesson.remove',
  'deck.set',
  'note.add',
  'note.set',
  'note.remove',
  'note.convert',
  'notetype.set',
  'notetype.remove',
  'card.change',
  'history.undo',
  'study.undo',
  'data.merge',
  'data.restore',
  'data.check',
];

/** The same handlers, with the library looked at again before a reply that may have changed it: what is asked next finds it as it is. */
export function followed(handlers: Handlers, library: { refresh(): Promise<void> }): Handlers {
  const wrapped = CHANGING.map((method) => {
    const handle = handlers[method] as (input: unknown) => Promise<unknown>;
    return [
      method,
      async (input: unknown) => {
        try {
          return await handle(input);
        } finally {
          await library.refresh();
        }
      },
    ];
  });
  return { ...handlers, ...(Object.fromEntries(wrapped) as Partial<Handlers>) };
}
