/** One flashcard as it stands in a note of Obsidian's plugin Spaced Repetition. */
export interface Block {
  readonly kind: 'one-way' | 'both-ways' | 'cloze';
  /** Markdown; of a cloze all of it is in `front`. */
  readonly front: string;
  readonly back: string;
  /** From the tag above it, `#flashcards/science/physics`: `science/physics`; '' where it only says `#flashcards`. */
  readonly topic: string;
  /** Of its cards in their order, as written: `2024-03-20,124,270`. */
  readonly schedules: readonly string[];
  readonly line: number;
}

const TAG = /(?:^|\s)#flashcards(?:\/([\p{L}\p{N}_/-]+))?(?![\p{L}\p{N}_-])/u;
const SCHEDULE = /<!--SR:((?:![^!<>\n]{0,60}){1,500})-->/;
const ONE_LINE = /^(.+?)(:::?)(?!:)(.+)$/;
const GAPS = /==[^=\n]+==|\{\{[^{}\n]+\}\}/;

/** Paragraphs and single lines that are cards. Code is none. */
export function blocksOf(body: string, firstLine: number): Block[] {
  const blocks: Block[] = [];
  let topic = '';
  for (const { lines, line } of paragraphs(body, firstLine)) {
    const tagged = TAG.exec(lines.join('\n'));
    if (tagged) topic = tagged[1] ?? '';
    const texts = lines.map((each) => each.replace(TAG, ' ').trimEnd());
    const content = texts.map((each) => each.replace(SCHEDULE, '').trimEnd());
    const parting = content.findIndex((each) => /^\?\??$/.test(each.trim()));
    const schedules = schedulesIn(texts.join('\n'));
    if (parting > 0) {
      const [front, back] = [content.slice(0, parting), content.slice(parting + 1)].map((part) =>
        part.join('\n').trim(),
      );
      const kind = content[parting]!.trim() === '??' ? 'both-ways' : 'one-way';
      blocks.push({ kind, front: front!, back: back!, topic, schedules, line });
    } else if (withoutCode(content).some((each) => ONE_LINE.test(each)))
      blocks.push(...singleLines(texts, topic, line));
    else if (GAPS.test(withoutCode(content).join('\n')))
      blocks.push({ kind: 'cloze', front: content.join('\n').trim(), back: '', topic, schedules, line });
  }
  return blocks;
}

/** Lines `front::back`, each with its schedule behind it or on the next line. */
function* singleLines(lines: readonly string[], topic: string, first: number): Generator<Block> {
  const contents = lines.map((line) => line.replace(SCHEDULE, '').trim());
  for (const [i, masked] of withoutCode(contents).entries()) {
    const found = ONE_LINE.exec(masked);
    if (!found) continue;
    const [, { length: parting }, sign] = found as unknown as [string, string, string];
    const own = schedulesIn(lines[i]!);
    const schedules = own.length === 0 && contents[i + 1] === '' ? schedulesIn(lines[i + 1]!) : own;
    const front = contents[i]!.slice(0, parting).trim();
    const back = contents[i]!.slice(parting + sign.length).trim();
    yield { kind: sign === ':::' ? 'both-ways' : 'one-way', front, back, topic, schedules, line: first + i };
  }
}

const schedulesIn = (text: string): string[] =>
  (SCHEDULE.exec(text)?.[1] ?? '').split('!').filter((part) => part !== '');
/** The same lines, with `_` for every character of code. */
const withoutCode = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .replaceAll(/(```|~~~)[\s\S]*?(?:\1|$)|`[^`\n]*`/g, (code) => code.replaceAll(/[^\n]/g, '_'))
    .split('\n');

/** Parted by empty lines and headings outside of code; a schedule behind an empty line belongs to what stands before it. */
function* paragraphs(body: string, firstLine: number): Generator<{ lines: string[]; line: number }> {
  const all = body.split('\n');
  let lines: string[] = [];
  let line = firstLine;
  let isCode = false;
  for (const [i, text] of all.entries()) {
    const isFence = /^\s*(?:```|~~~)/.test(text);
    if (isFence) isCode = !isCode;
    const isEmpty = text.trim() === '';
    if (isCode || isFence || !(isEmpty || /^#{1,6}\s/.test(text))) {
      if (lines.length === 0) line = firstLine + i;
      lines.push(text);
    } else if (lines.length > 0 && !(isEmpty && isSchedule(all[i + 1] ?? ''))) {
      yield { lines, line };
      lines = [];
    }
  }
  if (lines.length > 0) yield { lines, line };
}

const isSchedule = (text: string) => text.trim() !== '' && text.replace(SCHEDULE, '').trim() === '';
