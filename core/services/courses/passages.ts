import type { Evidence, ShownPassage } from '../../api/contract.ts';
import type { Course } from '../../domain/course.ts';

type Place = NonNullable<Evidence['section']>;
interface Passage extends Pick<Evidence, 'gist' | 'voice'> {
  /** The first section of each lesson that rests on it, in teaching order. */
  readonly places: readonly Place[];
}

/** Passages of a course as evidence. Found by hundreds for a glossary, so they are indexed once. */
export class Passages {
  readonly #byId: ReadonlyMap<string, Passage>;

  constructor({ paragraphs, lessons, voices = [] }: Pick<Course, 'paragraphs' | 'lessons' | 'voices'>) {
    const names = new Map(voices.map(({ id, name }) => [id, { id, name }]));
    const byId = new Map(
      paragraphs.map(({ id, gist, voice = '' }) => {
        const speaking = names.get(voice);
        return [id, { gist, ...(speaking && { voice: speaking }), places: [] as Place[] }];
      }),
    );
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
    const { places } = this.#of(id);
    return { ...this.shown(id), section: places.find((place) => place.lessonId === lessonId) ?? places[0] ?? null };
  }

  /** A passage as it is shown with a prompt: what it says and who says it. */
  shown(id: string): ShownPassage {
    const { gist, voice } = this.#of(id);
    return { id, gist, ...(voice && { voice }) };
  }

  #of(id: string): Passage {
    return this.#byId.get(id) ?? { gist: { th: '', en: '' }, places: [] };
  }
}
