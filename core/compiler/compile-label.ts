import { OWN_PICTURE, type OwnPicture } from '../domain/own-picture.ts';
import type { Mark } from '../domain/picture-marks.ts';
import type { Bilingual, Labelled, LabelQuestion, PlaceQuestion } from '../domain/question.ts';
import { compileOptions, labelled } from './lettered.ts';
import type { LabelFile } from './schema-question.ts';

type Base = Omit<LabelQuestion, 'kind' | 'picture' | 'image' | 'task' | 'mark' | 'marks'>;

/** What can be asked on the picture of a question: the places of an image of its own, or the marks of one that the course draws. */
export const marksFor = (
  { picture, image }: Pick<LabelFile, 'picture' | 'image'>,
  drawn: (picture: string) => readonly Mark[],
): readonly Mark[] => (picture === OWN_PICTURE ? (image?.regions ?? []) : drawn(picture));

/**
 * A question on a picture. The names come from the picture's data; a mark that is not there is named by its id, and
 * `checkLabels` says so.
 */
export function compileLabel(file: LabelFile, before: Base, known: readonly Mark[]): LabelQuestion {
  const { kind, picture } = file;
  const base = { ...before, ...(file.image && { image: compileImage(file.image) }) };
  switch (file.task) {
    case 'name': {
      const mark = named(file.mark, known);
      const asked = { ...base, kind, picture, task: file.task, mark };
      if (file.options) return { ...asked, ...compileOptions(file.options) };
      const accept = file.accept ?? { th: [mark.text.th], en: [mark.text.en] };
      return { ...asked, accept, ...(file.accents && { accents: file.accents }) };
    }
    case 'find':
      return {
        ...base,
        kind,
        picture,
        task: file.task,
        marks: known.map(({ id }) => named(id, known)),
        answer: file.mark,
      };
    case 'place': {
      const marks = file.marks.map((id) => named(id, known));
      return { ...base, kind, picture, task: file.task, marks, ...labelsFor(marks, file.extra ?? []) };
    }
  }
}

const compileImage = ({ file, covers, regions }: NonNullable<LabelFile['image']>): OwnPicture => ({
  ...{ file: file.normalize('NFC'), covers },
  regions: regions.map(({ id, name, shape, points }) => ({ id, text: name, shape, points })),
});

function named(id: string, known: readonly Mark[]): Labelled {
  return { id, text: known.find((mark) => mark.id === id)?.name ?? { th: id, en: id } };
}

/** In the order of their English names, so that neither the order of the labels nor their ids say which mark each belongs to. */
function labelsFor(marks: readonly Labelled[], extra: readonly Bilingual[]): Pick<PlaceQuestion, 'labels' | 'answer'> {
  const texts = [...marks.map(({ text }) => text), ...extra].sort((a, b) => (a.en < b.en ? -1 : 1));
  const labels = labelled(texts);
  const answer = marks.flatMap(({ id, text }) => {
    const own = labels[texts.indexOf(text)];
    return own ? [[id, own.id] as const] : [];
  });
  return { labels, answer: Object.fromEntries(answer) };
}
