import { EXAMPLE } from './format-example.ts';
import { CourseFile, GlossaryFile, LessonEntryFile, LessonFront, SourceFile } from './schema.ts';
import { NamesFile } from './schema-names.ts';
import { QuestionFile } from './schema-question.ts';
import { fieldTable, kindTables, sharedTable } from './schema-tables.ts';

/** docs/course-format.md: what a course folder holds, from the schemas that files are held against. */
export const formatDocument = (): string => `# The format of a course

<!-- Made by \`npm run format-docs\` of the schemas in core/compiler: change those, not this page. -->

A course is a folder of text files in UTF-8: YAML and Markdown. \`npm run course -- FOLDER\` checks one and names file, line and field of every mistake;
with \`--out FILE\` it writes the compiled course. Jamdai takes in the folder, or a zip of it, on its import page.

\`\`\`
course.yaml            what the course is, and its lessons in teaching order
lessons/<lesson>/
  lesson.en.md         what is read, one file for each language of the course: lesson.th.md, lesson.en.md
  questions.yaml       what is asked (may be left out)
media/                 pictures, sounds and films that lessons show (may be left out)
glossary.yaml          terms (may be left out)
source.yaml            paragraphs of a text that the course rests on (may be left out)
names.yaml             how names are written in answers (may be left out)
words.yaml             Thai words that no line may break (may be left out)
\`\`\`

The pictures that a course can draw (map, timeline, bodies, members, calendar, partners) have files of their own; content/csto shows them, and content/README.md tells how
the built-in courses are written. What it is good to know of all files:

- **Ids are for ever.** What a learner remembers hangs on the ids of course, lesson, section and question. An idea keeps its id when it is worded anew; an id that is gone is never given to another.
  A newer version of a course is taken in over the older one, and all progress stays. Ids are lower-case letters, digits and hyphens, 61 at most.
- **A text in each language** is \`{ th: ข้อความ, en: text }\`; in a course of one language it is \`{ en: text }\`.
- YAML's aliases (\`*name\`) are not read. A text file has 4 MiB at most, a text in it 20 000 characters.

## course.yaml

${fieldTable(CourseFile)}

Each of \`lessons\`:

${fieldTable(LessonEntryFile)}

## lesson.th.md, lesson.en.md

Between two lines \`---\` stands what the lesson is, in the language of the file:

${fieldTable(LessonFront)}

Then come its sections. A section begins with \`## Heading {#section-id}\`, where the course has a source with the paragraphs it rests on: \`{#section-id p001 p003-p005}\`. Files of two languages have the
same sections, in the same order. A section holds:

- paragraphs with \`**strong**\`, \`*emphasis*\`, \`[words](term:glossary-id)\` and, where there is a source, citations: \`[p001 p003-p005]\`
- lists, \`- \` or \`1. \`, one deep; quotations, \`> \`; tables with \`|\`
- files of media/, alone in a paragraph: \`![words below it](media/name.png)\`
- pictures that the course draws: \`![words below it](picture:map#minsk,kant)\`, with the marks to point out or none

Names in media/ are letters, digits, blanks, dots, hyphens and underscores with one of the usual endings: png, jpg, gif, webp, avif, svg, mp3, ogg, wav, m4a, mp4, webm.

A section holds nothing else: no HTML, no links elsewhere, no other headings.

## questions.yaml

A list of at most 2000. Every question has:

${sharedTable(QuestionFile, 'kind')}

and, by its \`kind\`:

${kindTables(QuestionFile, 'kind')
  .map(({ kind, table }) => `### ${kind}\n\n${table}`)
  .join('\n\n')}

## glossary.yaml

A list of terms:

${fieldTable(GlossaryFile.element)}

## source.yaml

A list of paragraphs. With this file, sections and questions say which paragraphs they rest on, and the check asks for dates and figures of answers there.

${fieldTable(SourceFile.element)}

## names.yaml

A list of names. \`accept: { name: id }\` in a question then takes every usual way to write one, made by its \`kind\`; content/README.md tells which, and what else each kind may say.

${sharedTable(NamesFile.element, 'kind')}

## A complete small course

${Object.entries(EXAMPLE)
  .map(([file, text]) => `\`${file}\`\n\n${fence(file, text)}`)
  .join('\n\n')}
`;

const fence = (file: string, text: string): string =>
  `\`\`\`${file.endsWith('.md') ? 'markdown' : 'yaml'}\n${text}\`\`\``;
