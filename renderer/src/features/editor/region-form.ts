import {
  askedOnRegions,
  OWN_PICTURE,
  type OwnPicture,
  type Region,
  type RegionTask,
} from '../../../../core/domain/own-picture.ts';
import {
  readOcclusion,
  writeOcclusion,
  writtenShare,
  type DrawnMask,
} from '../../../../core/domain/template/occlusion-text.ts';
import { boxOf, cornersOf, newMask } from './mask-shapes.ts';
import type { QuestionDraft, Text } from './question-form.ts';

/** A picture of one's own with places, as the form holds it. */
export interface PictureForm {
  /** Name of the file; '' where there is none yet. */
  file: string;
  covers: OwnPicture['covers'];
  task: RegionTask;
  /** The places as masks are written; the number of each is that of its region. */
  masks: string;
  /** By the numbers of the places. */
  names: Record<string, Text>;
  /** Number of the place that is named or found. */
  asked: string;
}

export const noPicture = (): PictureForm => ({
  ...{ file: '', covers: 'all', task: 'name', masks: '', names: {}, asked: '' },
});

type Both = Readonly<Text>;
const idOf = (number: number | string): string => `r${number}`;
const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0);
/** A share has four places. */
const share = (value: number): number => Number(writtenShare(Math.min(1, Math.max(0, value))));

function regionOf(mask: DrawnMask, text: Both): Region {
  const { left, top, width, height } = boxOf(mask);
  const corners = [
    [left, top],
    [left + width, top + height],
  ] as const;
  return {
    ...{ id: idOf(mask.number), text, shape: mask.kind === 'text' ? 'rect' : mask.kind },
    points: (mask.kind === 'polygon' ? cornersOf(mask) : corners).map(([x, y]) => [share(x), share(y)]),
  };
}

/** The parts of a label question that the form makes. */
export function labelOf(form: PictureForm, inLanguages: (written: Text) => Both, also: Record<'th' | 'en', string[]>) {
  const regions = readOcclusion(form.masks).masks.map((mask) =>
    regionOf(mask, inLanguages(form.names[mask.number] ?? { th: '', en: '' })),
  );
  const asked = regions.find(({ id }) => id === idOf(form.asked)) ?? regions[0];
  return {
    ...{ kind: 'label' as const, picture: OWN_PICTURE },
    image: { file: form.file, covers: form.covers, regions },
    ...askedOnRegions(regions, form.task, asked?.id ?? '', also),
  };
}

type LabelDraft = Extract<QuestionDraft, { kind: 'label' }>;

/** The form of a question that has a picture of its own. */
export function pictureForm(question: LabelDraft, { file, covers, regions }: OwnPicture): PictureForm {
  const masks = regions.map(({ id, shape, points, text }): DrawnMask => {
    const [[left, top] = [0, 0], [right, bottom] = [0, 0]] = points;
    const place = shape === 'polygon' ? points : { left, top, width: right - left, height: bottom - top };
    return { ...newMask(shape, numberOf(id), place), name: text.th };
  });
  return {
    ...{ file, covers, task: question.task },
    masks: writeOcclusion({ masks, hidesAll: false, rest: '' }),
    names: Object.fromEntries(regions.map(({ id, text }) => [numberOf(id), { ...text }])),
    asked:
      question.task === 'place' ? '' : String(numberOf(question.task === 'name' ? question.mark.id : question.answer)),
  };
}

/** What is accepted beside the name of the place. */
export function alsoAccepted(question: LabelDraft): Record<'th' | 'en', readonly string[]> {
  if (question.task !== 'name' || !('accept' in question)) return { th: [], en: [] };
  const { accept, mark } = question;
  const others = (language: 'th' | 'en') => accept[language].filter((text) => text !== mark.text[language]);
  return { th: others('th'), en: others('en') };
}
