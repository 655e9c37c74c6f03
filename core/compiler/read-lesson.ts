import type { z } from 'zod';
import type { Block } from '../domain/course.ts';
import { partsOfBlocks } from '../domain/inline-parts.ts';
import { toBlocks } from './blocks.ts';
import { expandRanges } from './paragraph-ids.ts';
import type { CourseReader } from './course-reader.ts';
import type { Problems } from './problems.ts';
import { LessonFront } from './schema.ts';

/** A section of one language, before both languages are joined. */
interface SectionFile {
  readonly id: string;
  readonly line: number;
  readonly heading: string;
  readonly evidence: readonly string[];
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly cited: readonly string[];
  readonly terms: readonly string[];
}
export interface LessonFile {
  readonly file: string;
  readonly front: z.infer<typeof LessonFront>;
  readonly sections: readonly SectionFile[];
}

const FRONT = /^---\n([\s\S]*?)\n---\n/;
const HEADING = /^##\s+(.+?)\s*\{#([a-z0-9-]+)((?:[\s,]+p\d{3}(?:\s*[-–]\s*p\d{3})?)*)\s*\}\s*$/;

/** Reads lesson.th.md or lesson.en.md; null when it can not be used, with the reasons in `problems`. */
export function readLesson(reader: CourseReader, file: string): LessonFile | null {
  const { problems } = reader;
  const text = reader.text(file);
  if (text === null) return null;
  const front = FRONT.exec(text);
  if (!front) {
    problems.add({ file, line: 1, message: 'the file must begin with front matter between two lines "---"' });
    return null;
  }
  const parsed = reader.parsed(front[1] ?? '', file, LessonFront, 2);
  const body = text.slice(front[0].length);
  const firstLine = front[0].split('\n').length;
  const sections = readSections(body, firstLine, file, problems);
  return parsed && { file, front: parsed.value, sections };
}

function readSections(body: string, firstLine: number, file: string, problems: Problems): SectionFile[] {
  const lines = body.split('\n');
  const starts = lines.flatMap((text, index) => (/^#{1,6}\s/.test(text) ? [index] : []));
  const before = lines.slice(0, starts[0] ?? lines.length).findIndex((text) => text.trim() !== '');
  if (before >= 0) problems.add({ file, line: firstLine + before, message: 'text before the first section' });
  return starts.flatMap((start, index) => {
    const line = firstLine + start;
    const match = HEADING.exec(lines[start] ?? '');
    if (!match) {
      problems.add({ file, line, message: 'a section heading looks like "## Heading {#section-id p001 p003-p005}"' });
      return [];
    }
    const [, heading = '', id = '', ranges = ''] = match;
    const below = lines.slice(start + 1, starts[index + 1] ?? lines.length);
    const text = below.join('\n').trim();
    const blank = below.findIndex((content) => content.trim() !== '');
    const blocks = toBlocks(text, (offset, message) => problems.add({ file, line: line + blank + offset, message }));
    const cited = new Set<string>();
    const terms = new Set<string>();
    for (const part of partsOfBlocks(blocks)) {
      if (part.kind === 'cite') part.paragraphs.forEach((paragraph) => cited.add(paragraph));
      if (part.kind === 'term') terms.add(part.termId);
    }
    return [{ id, line, heading, evidence: expandRanges(ranges), text, blocks, cited: [...cited], terms: [...terms] }];
  });
}
