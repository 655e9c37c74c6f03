import type { Handlers } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { Course } from '../../domain/course.ts';
import type { Figure } from '../../domain/pictures.ts';
import type { Catalog } from './catalog.ts';
import { linkedTerms } from '../../domain/inline-parts.ts';

/** What a learner looks things up in: the glossary, the voices and the pictures of a course. */
export function createReferenceService(
  catalog: Catalog,
): Pick<Handlers, 'course.glossary' | 'course.pictures' | 'course.voices'> {
  const evidence = (course: Course, ids: readonly string[]) => catalog.evidence(course, '', ids);
  const termOf = (course: Course, id: string) => course.glossary.find((term) => term.id === id);
  const figure = (course: Course) => (entry: Figure) => ({
    ...entry,
    name: termOf(course, entry.subject)?.term ?? entry.label,
    evidence: evidence(course, entry.evidence),
  });
  const cited =
    (course: Course) =>
    <T extends { readonly evidence: readonly string[] }>({ evidence: ids, ...entry }: T) => ({
      ...entry,
      evidence: evidence(course, ids),
    });
  return {
    'course.glossary': async ({ courseId }) => {
      const course = catalog.course(courseId);
      const links = course.lessons.flatMap((lesson) =>
        lesson.sections.map((section) => ({
          terms: linkedTerms(section),
          place: {
            lessonId: lesson.id,
            number: lesson.number,
            title: lesson.title,
            sectionId: section.id,
            heading: section.heading,
          },
        })),
      );
      return {
        terms: course.glossary.map(({ questions: _, ...term }) => ({
          ...term,
          evidence: evidence(course, term.evidence),
          sections: links.flatMap(({ terms, place }) => (terms.has(term.id) ? [place] : [])),
        })),
      };
    },
    'course.voices': async ({ courseId }) => ({
      voices: (catalog.course(courseId).voices ?? []).map(({ id, name, about, within = null, paragraphs }) => ({
        ...{ id, name, about, within, paragraphs: [...paragraphs] },
      })),
    }),
    'course.pictures': async ({ courseId }) => {
      const course = catalog.course(courseId);
      const { pictures } = course;
      if (!pictures) throw new AppError('not-found', 'the course has no pictures', { what: 'pictures', id: courseId });
      return {
        timeline: pictures.timeline.map((event) => ({ ...event, evidence: evidence(course, event.evidence) })),
        bodies: pictures.bodies.map((body) => ({
          ...body,
          parent: body.parent ?? null,
          evidence: evidence(course, body.evidence),
        })),
        members: pictures.members.map((state) => ({
          ...state,
          spans: state.spans.map((span) => ({
            ...span,
            to: span.to ?? null,
            evidence: evidence(course, span.evidence),
          })),
        })),
        forces: pictures.forces.map(figure(course)),
        operations: pictures.operations.map(figure(course)),
        map: pictures.map && {
          ...pictures.map,
          places: pictures.map.places.map((place) => ({ ...place, notes: place.notes.map(cited(course)) })),
        },
        exercises: pictures.exercises.map(({ to, yearly, partOf, where, ...exercise }) => ({
          ...cited(course)(exercise),
          to: to ?? null,
          yearly: yearly ?? false,
          partOf: partOf ?? null,
          where: where ?? null,
        })),
        partners: pictures.partners.map((partner) => ({
          ...partner,
          ties: partner.ties.map(({ date, ...tie }) => ({ ...cited(course)(tie), date: date ?? null })),
        })),
      };
    },
  };
}
