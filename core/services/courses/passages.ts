import type { Evidence } from '../../api/contract.ts';
import type { Course } from '../../domain/course.ts';

type Place = NonNullable<Evidence['section']>;
interface Passage {
  readonly gist: Evidence['gist'];
  /** The first section of each lesson that rests on it, in teaching order. */
  readonly places: readonly Place[];
}

/** Passages of a course as evidence. Found by hundreds for a glossary, so they are indexed once. */
export class Passages {
  readonly #byId: ReadonlyMap<string, Passage>;

  constructor({ paragraphs, lessons }: Pick<Course, 'paragraphs' | 'lessons'>) {
    const byId = new Map(paragraphs.map(({ id, gist }) => [id, { gist, places: [] as Place[] }]));
    for (const { id: lessonId, sections } of lessons)
      for (const { id: sectionId, heading, evidence } of sections)
        for (const id of evidence) {
          const places = byId.get(id)?.places;
          if (places && places.at(-1)?.lessonId !== lessonId) places.push({ lessonId, sectionId, heading });
        }
    this.#byId = byId;
  }

  /** A passage with the section that teaches it: in the lesson named, where that has one, else the first of the course. */
  evidence(lessonId: string, id: string): Evidence {
    const { gist, places } = this.#byId.get(id) ?? { gist: { th: '', en: '' }, places: [] };
    return { id, gist, section: places.find((place) => place.lessonId === lessonId) ?? places[0] ?? null };
  }
}
