import { recordOf, recordsOf, type RecordOf } from '../../domain/history/records.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Layer } from './layers.ts';
import { STOCK_TYPES } from './stock-types.ts';

const STOCK = new Map(STOCK_TYPES.map((type) => [type.id, type]));

/** A note type with where it is from. */
interface KnownType {
  readonly type: NoteType;
  readonly from: 'stock' | 'pack' | 'made';
}

/** Note types by their ids: stock ones, those of packs and those made here, with what the learner changed in them. */
export class NoteTypes {
  /** Of each record and what it lies over: the type it makes, so that whoever keeps something by a type finds it by its identity. */
  readonly #made = new WeakMap<object, { readonly base: NoteType | undefined; readonly type: NoteType }>();

  constructor(
    /** Live. */
    private readonly progress: () => Pick<Progress, 'records'>,
    private readonly layers: () => readonly Layer[],
  ) {}

  /** @param base the type as the note's own pack has it */
  find(id: string, base?: NoteType): NoteType | undefined {
    const own = base ?? this.#asItCame(id);
    const record = recordOf(this.progress(), 'note-type', id);
    if (!record) return own;
    const known = this.#made.get(record);
    if (known && known.base === own) return known.type;
    const type = changed(id, own, record);
    if (type) this.#made.set(record, { base: own, type });
    return type;
  }

  /** All that are not removed: stock types first, then by name. */
  list(): KnownType[] {
    const { progress } = this;
    const ids = new Set([
      ...STOCK.keys(),
      ...this.layers().flatMap(({ pack }) => [...pack.types.keys()]),
      ...recordsOf(progress(), 'note-type').map(([id]) => id),
    ]);
    const known = [...ids].flatMap((id): KnownType[] => {
      const type = recordOf(progress(), 'note-type', id)?.removed ? undefined : this.find(id);
      return type ? [{ type, from: STOCK.has(id) ? 'stock' : this.#ofPacks(id) ? 'pack' : 'made' }] : [];
    });
    const [stock, rest] = [known.filter(({ from }) => from === 'stock'), known.filter(({ from }) => from !== 'stock')];
    return [...stock, ...rest.sort((a, b) => a.type.name.localeCompare(b.type.name, 'th'))];
  }

  #asItCame(id: string): NoteType | undefined {
    return STOCK.get(id) ?? this.#ofPacks(id);
  }

  #ofPacks(id: string): NoteType | undefined {
    return this.layers()
      .findLast(({ pack }) => pack.types.has(id))
      ?.pack.types.get(id);
  }
}

/** Undefined for a type that is not whole: what it lies over is not here, and its records do not say all of it. */
function changed(id: string, base: NoteType | undefined, record: RecordOf<'note-type'>): NoteType | undefined {
  const { removed: _, ...set } = record;
  const { name, kind, fields, templates, css = '', sortField = 0 } = { ...base, ...set };
  if (name === undefined || kind === undefined || !fields || !templates) return undefined;
  const places = fields.length - 1;
  return { ...base, id, name, kind, fields, templates, css, sortField: Math.min(sortField, places) };
}
