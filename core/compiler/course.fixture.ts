import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A whole small course: one lesson, one question of every kind that needs no picture, nothing wrong with it. */
const FILES: Readonly<Record<string, string>> = {
  'course.yaml': `id: tiny
title: { th: วิชาเล็ก, en: A small course }
languages: [th, en]
source: { th: เอกสารลอง, en: A trial text }
lessons:
  - { id: begin, folder: 01-begin, prefix: bg, requires: [] }
  - { id: later, folder: 02-later, prefix: lt, requires: [begin] }
`,
  'source.yaml': `- id: p001
  gist: { th: แม่น้ำสายหนึ่งยาวหกร้อยกิโลเมตร, en: A river is six hundred kilometres long }
  dates: [1992-05-15, 1993]
  figures: [600, 3]
  kind: fact
- id: p002
  gist: { th: เมืองสามเมืองตั้งอยู่ริมน้ำ, en: Three towns stand on its bank }
  kind: claim
- id: p003
  gist: { th: หัวเรื่อง, en: A heading }
  kind: heading
`,
  'glossary.yaml': `- id: river
  term: { th: แม่น้ำ, en: river }
  abbr: RV
  meaning: { th: น้ำที่ไหลลงทะเล, en: Water that flows to the sea. }
  evidence: [p001]
`,
  ...lesson('begin', '01-begin', 'bg'),
  ...lesson('later', '02-later', 'lt'),
};

function lesson(id: string, folder: string, prefix: string): Record<string, string> {
  const words = Array.from({ length: 90 }, (_, index) => `${id}${'abcdefghij'[index % 10]}`).join(' ');
  return {
    [`lessons/${folder}/lesson.th.md`]: `---
title: บทที่หนึ่ง
subtitle: แม่น้ำ
objectives:
  - บอกความยาวของแม่น้ำ
summary:
  - แม่น้ำยาวหกร้อยกิโลเมตร
---

## แม่น้ำ {#the-river p001-p002}

[แม่น้ำ](term:river)สายนี้**ยาวมาก** [p001 p002]
และไหลลงทะเล
`,
    [`lessons/${folder}/lesson.en.md`]: `---
title: Lesson ${id}
subtitle: the river
objectives:
  - Say how long the river is.
summary:
  - The river is six hundred kilometres long.
---

## The river {#the-river p001-p002}

The [river](term:river) is **very long**. [p001 p002]

- one
- two *towns*

${words}
`,
    [`lessons/${folder}/questions.yaml`]: questions(prefix),
  };
}

function questions(prefix: string): string {
  const common = (
    id: string,
    kind: string,
    prompt = '{ th: แม่น้ำเป็นอย่างไร, en: What is the river like? }',
  ) => `- id: ${prefix}-${id}
  kind: ${kind}
  section: the-river
  prompt: ${prompt}
  explanation: { th: เพราะเนื้อหาบอกไว้เช่นนั้น, en: Because the text says so in its first part. }
  evidence: [p001]
`;
  return [
    common('card', 'card') + '  back: { th: ยาว, en: long }\n',
    common('gaps', 'cloze', "{ th: 'ยาว {{1}} ถึง {{2}}', en: 'It is {{1}} at {{2}}' }") +
      '  blanks:\n    - { as: number, answer: 600 }\n    - { as: text, accept: { th: [ทะเล], en: [the sea] } }\n',
    common('one', 'choice', '{ th: คำใดเหมาะกับแม่น้ำ, en: Which word fits the river? }') +
      '  inline: true\n  options:\n    - { th: ยาว, en: long, right: true }\n    - { th: สั้น, en: very short indeed, why: { th: ไม่ใช่, en: It is not. } }\n    - { th: ตื้น, en: shallow }\n',
    common('many', 'choices') +
      '  options:\n    - { th: ยาว, en: long, right: true }\n    - { th: ลึก, en: deep, right: true }\n    - { th: สั้น, en: short }\n    - { th: ตื้น, en: shallow }\n',
    common('name', 'typed') +
      '  accept: { th: [ทะเลสาบ], en: [great ocean, the big water] }\n  hint: { th: น้ำเค็ม, en: It is salty. }\n',
    common('length', 'number') + '  answer: 600\n  tolerance: 5\n  unit: { th: กิโลเมตร, en: kilometres }\n',
    common('day', 'date') + '  answer: 1992-05-15\n',
    common('steps', 'order') +
      '  items:\n    - { th: ต้นน้ำ, en: spring }\n    - { th: กลางน้ำ, en: middle }\n    - { th: ปลายน้ำ, en: mouth }\n',
    common('pairs', 'match') +
      '  pairs:\n    - { left: { th: ก, en: left a }, right: { th: จ, en: right a } }\n    - { left: { th: ข, en: left b }, right: { th: ฉ, en: right b } }\n    - { left: { th: ค, en: left c }, right: { th: ช, en: right c } }\n  extra: [{ th: ซ, en: right d }]\n',
  ].join('');
}

export interface CourseFolder {
  readonly folder: string;
  /** Replaces `find` (once, it must be there) in a file; an empty `find` appends. */
  change(file: string, find: string, replacement: string): void;
  write(file: string, text: string): void;
  remove(file: string): void;
  /** The line, from 1, on which `text` stands first; with `within`, first after that. */
  lineOf(file: string, text: string, within?: string): number;
  dispose(): void;
}

/** @param files absent: the small course */
export function createCourseFolder(files: Readonly<Record<string, string>> = FILES): CourseFolder {
  const folder = mkdtempSync(join(tmpdir(), 'jamdai-course-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const placeOf = (file: string, text: string, from = 0) => {
    const at = read(file).indexOf(text, from);
    if (at < 0) throw new Error(`${file} does not hold ${text}`);
    return at;
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    folder,
    write,
    change: (file, find, replacement) => {
      const at = find === '' ? read(file).length : placeOf(file, find);
      write(file, read(file).slice(0, at) + replacement + read(file).slice(at + find.length));
    },
    remove: (file) => rmSync(join(folder, file)),
    lineOf: (file, text, within) =>
      read(file)
        .slice(0, placeOf(file, text, within === undefined ? 0 : placeOf(file, within)))
        .split('\n').length,
    dispose: () => rmSync(folder, { recursive: true }),
  };
}
