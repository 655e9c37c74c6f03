import { isDeepStrictEqual } from 'node:util';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Pack } from '../library/pack.ts';
import type { OutgoingMedia } from './outgoing-media.ts';

interface FoundType {
  /** Undefined where it was made here. */
  readonly pack: Pack | undefined;
  readonly type: NoteType;
  readonly takenInAt: number;
}

/**
 * The note types that go out. Packs may hold one in several versions: where only its looks differ, those that were taken in last go
 * out for all; where fields or templates are others, each version is a type of its own, so that every note has its fields.
 */
export class OutgoingTypes {
  readonly #versions = new Map<string, FoundType[]>();
  readonly #ids = new Map<NoteType, string>();

  /** All of them, before it is asked what they go out as. */
  add(found: FoundType): void {
    const versions = this.#versions.get(found.type.id) ?? [];
    const at = versions.findIndex(({ type }) => isAlike(type, found.type));
    if (at < 0) versions.push(found);
    else if (versions[at]!.takenInAt < found.takenInAt) versions[at] = found;
    this.#versions.set(found.type.id, versions);
  }

  /** What the type of a note goes out as. */
  idOf(type: NoteType): string {
    const known = this.#ids.get(type);
    if (known !== undefined) return known;
    const at = this.#versions.get(type.id)?.findIndex((version) => isAlike(version.type, type)) ?? 0;
    const id = at <= 0 ? type.id : `${type.id}/${at + 1}`;
    this.#ids.set(type, id);
    return id;
  }

  /** With what their looks need; what no program should take for unused has a name with an underscore. */
  all(media: OutgoingMedia): readonly NoteType[] {
    return [...this.#versions.values()].flat().map(({ pack, type }) => {
      const renamed = (html: string) => media.in(pack, html);
      const templates = type.templates
        .filter(({ gone }) => !gone)
        .map((each) => ({ ...each, front: renamed(each.front), back: renamed(each.back) }));
      const fields = type.fields.filter(({ gone }) => !gone);
      const sortField = fields.indexOf(type.fields[type.sortField]!);
      const out = {
        ...{ ...type, id: this.idOf(type), fields, templates, css: renamed(type.css) },
        sortField: Math.max(0, sortField),
      };
      for (const name of pack?.media.keys() ?? []) if (name.startsWith('_')) media.take(pack, name);
      return out;
    });
  }
}

/** Do notes of one fit the other? */
const isAlike = (one: NoteType, other: NoteType): boolean =>
  one === other || isDeepStrictEqual(shapeOf(one), shapeOf(other));

const shapeOf = ({ kind, fields, templates }: NoteType) => [
  kind,
  fields.map(({ name, gone }) => [name, gone]),
  templates.map(({ name, gone }) => [name, gone]),
];

/** What goes out has no places for templates that are gone. */
export const outgoingOrdinal = ({ kind, templates }: NoteType, ordinal: number): number =>
  kind === 'cloze' ? ordinal : ordinal - templates.slice(0, ordinal).filter(({ gone }) => gone).length;
