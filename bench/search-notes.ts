import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blockTexts } from '../core/domain/block-texts.ts';
import type { Course } from '../core/domain/course.ts';
import { seededRandom } from '../core/domain/random.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { PackWriter } from '../core/services/library/write-pack.ts';

/** Sentences of the built-in course, by language. */
function sentences(): { readonly th: readonly string[]; readonly en: readonly string[] } {
  const path = join(dirname(dirname(fileURLToPath(import.meta.url))), 'courses', 'csto.json');
  const { lessons, paragraphs } = JSON.parse(readFileSync(path, 'utf8')) as Course;
  const of = (language: 'th' | 'en') => [
    ...lessons.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blockTexts(blocks[language]))),
    ...paragraphs.map(({ gist }) => gist[language]),
  ];
  return { th: of('th'), en: of('en') };
}

/** Notes in Thai and English: pieces of the course in any order, with years and numbers; the same whenever they are made. */
export function* madeUpNotes(count: number): Generator<readonly string[]> {
  const { th, en } = sentences();
  const random = seededRandom('notes');
  const upTo = (most: number): number => Math.floor(random() * most);
  const piece = (texts: readonly string[], most: number) => {
    const text = texts[upTo(texts.length)]!;
    const at = upTo(Math.max(1, text.length - most));
    return text.slice(at, at + most);
  };
  const year = () => (random() < 0.5 ? `พ.ศ. ${2440 + upTo(130)}` : `in ${1897 + upTo(130)}`);
  for (let note = 0; note < count; note++)
    yield [
      `<b>${piece(th, 20 + upTo(50))}</b> ${note}`,
      `${piece(en, 40 + upTo(80))}<br>${year()}`,
      `${piece(th, 10 + upTo(40))} ${upTo(10_000)}`,
    ];
}

const TYPE = {
  ...{ id: 'bench', name: 'Bench', kind: 'standard' as const, css: '', sortField: 0 },
  fields: ['Front', 'Back', 'Extra'].map((name) => ({ name })),
  templates: [{ name: 'Card', front: '{{Front}}', back: '{{Back}}' }],
};

/** Writes them as one pack of a data folder. @returns its hash */
export async function writeNotes(dataDir: string, count: number): Promise<string> {
  const writer = new PackWriter(nodeFiles, dataDir, {
    ...{ source: { format: 'anki', sha256: '0'.repeat(64) }, types: [TYPE], presets: [] },
    decks: [{ id: 'd', name: 'Bench' }],
  });
  let id = 0;
  for (const fields of madeUpNotes(count))
    writer.note({
      note: {
        ...{ id: `n${id++}`, tags: [], createdAt: 0, modifiedAt: 0 },
        content: { kind: 'fields', typeId: TYPE.id, fields },
      },
      cards: [{ ordinal: 0, deckId: 'd' }],
    });
  return (await writer.finish()).sha256;
}
