import { z } from 'zod';
import type { Paragraph, Voice } from '../domain/course.ts';
import { expandRanges } from './paragraph-ids.ts';
import type { CourseReader } from './course-reader.ts';
import { Bilingual, Id } from './schema-parts.ts';

const FILE = 'voices.yaml';
const Range = z.string().regex(/^p\d{3}(-p\d{3})?$/, 'a paragraph such as p003, or a range p003-p009');
const VoicesFile = z
  .array(
    z.strictObject({
      id: Id,
      within: Id.optional(),
      name: Bilingual,
      about: Bilingual,
      paragraphs: z.array(Range).min(1),
    }),
  )
  .min(1);

type Known = readonly { readonly id: string; readonly kind: string }[];

/**
 * Who speaks where in the source: each voice with the paragraphs that are its own, those of a voice quoted within it left out.
 * A heading, and a line that only points elsewhere, may have none; every other paragraph has exactly one.
 * @param paragraphs of the source
 */
export function compileVoices(reader: CourseReader, paragraphs: Known): Voice[] {
  const { problems } = reader;
  const file = reader.optional(FILE, VoicesFile);
  if (!file) return [];
  const voices = file.value.map(({ paragraphs: ranges, ...voice }) => ({
    ...voice,
    paragraphs: expandRanges(ranges.join(' ')),
  }));
  const add = (at: number, message: string) => problems.add({ file: FILE, line: file.lineOf([at]), message });
  const own = voices.map(({ id, paragraphs: all }) => {
    const quoted = new Set(voices.filter(({ within }) => within === id).flatMap((inner) => inner.paragraphs));
    return new Set(all.filter((paragraph) => !quoted.has(paragraph)));
  });
  const known = new Set(paragraphs.map(({ id }) => id));
  voices.forEach(({ id, within, paragraphs: all }, at) => {
    if (voices.findIndex((voice) => voice.id === id) < at) add(at, `id "${id}" is used twice`);
    const outer = voices.find((voice) => voice.id === within);
    if (within !== undefined && (!outer || outer.id === id)) add(at, `no other voice "${within}"`);
    for (const paragraph of all) {
      if (!known.has(paragraph)) add(at, `no paragraph "${paragraph}"`);
      else if (outer && !outer.paragraphs.includes(paragraph)) add(at, `${paragraph} does not stand in "${outer.id}"`);
      const before = own.findIndex((one) => one.has(paragraph));
      if (own[at]!.has(paragraph) && before < at) add(at, `${paragraph} has the voice "${voices[before]!.id}" already`);
    }
  });
  for (const { id, kind } of paragraphs)
    if (kind !== 'heading' && kind !== 'reference' && !own.some((one) => one.has(id)))
      problems.add({ file: FILE, message: `nobody speaks in ${id}` });
  return voices.map(({ id, name, about, within }, at) => ({
    ...{ id, name, about, paragraphs: [...own[at]!] },
    ...(within !== undefined && { within }),
  }));
}

/** A paragraph with the voice that speaks in it. */
export function withVoice<P extends Pick<Paragraph, 'id'>>(
  paragraph: P,
  voices: readonly Voice[],
): P & Pick<Paragraph, 'voice'> {
  const voice = voices.find(({ paragraphs }) => paragraphs.includes(paragraph.id));
  return { ...paragraph, ...(voice && { voice: voice.id }) };
}
