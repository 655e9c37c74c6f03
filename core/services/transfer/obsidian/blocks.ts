import { withoutMarks } from '../markdown/html.ts';
import { isParting, paragraphs, SCHEDULE, withoutCode, type Paragraph } from './paragraphs.ts';

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

/** What a tag may hold: letters with their marks, numbers and pictographs. */
const TAG_CHARACTER = String.raw`\p{L}\p{M}\p{N}\p{Cf}\p{Extended_Pictographic}_\-`;
const TAG = new RegExp(String.raw`(?:^|\s)#flashcards(?:\/([${TAG_CHARACTER}/]+))?(?![${TAG_CHARACTER}])`, 'u');
const ONE_LINE = /^(.+?)(:::?)(?!:)(.+)$/;
const LIST_MARK = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/;
/** A name that links lead to. */
const BLOCK_NAME = /[ \t]+\^[A-Za-z\d-]+$/;
export const BRACES = /\{\{[^{}\n]+\}\}/;
export const HIGHLIGHT = /==(?=[^\s=])(?:(?!==)[^\n])*[^\s=]==|==[^\s=]==/;

/**
 * Paragraphs and single lines that are cards. Code is none.
 * @param topic of the whole note, until a tag says another
 */
export function blocksOf(body: string, firstLine: number, topic: string): Block[] {
  const found = [...paragraphs(body, firstLine)].map((each) => read(each));
  const blocks: Block[] = [];
  for (let i = 0; i < found.length; i++) {
    const part = found[i]!;
    topic = part.topic ?? topic;
    const { line, content, parting } = part;
    const same = { topic, line };
    if (parting < 0) blocks.push(...cardsIn(part, topic));
    else {
      // Question or answer may stand behind an empty line.
      const before = parting === 0 ? found[i - 1] : undefined;
      const front = before && isPlain(before) ? before.content : content.slice(0, parting);
      const own = content.slice(parting + 1);
      const after = isBlank(own) && found[i + 1] && isPlain(found[i + 1]!) ? found[++i] : undefined;
      if (isBlank(front)) continue;
      blocks.push({
        ...same,
        kind: content[parting]!.trim() === '??' ? 'both-ways' : 'one-way',
        front: front.join('\n').trim(),
        back: (after?.content ?? own).join('\n').trim(),
        schedules: [...part.schedules, ...(after?.schedules ?? [])],
      });
    }
  }
  return blocks;
}

interface Read extends Pick<Paragraph, 'line' | 'isHeading'> {
  /** As written but for tags, comments and names of blocks. */
  readonly lines: readonly string[];
  /** Without schedules. */
  readonly content: readonly string[];
  /** The same with `_` for code. */
  readonly masked: readonly string[];
  /** Which line parts question and answer; −1 for none. */
  readonly parting: number;
  readonly schedules: readonly string[];
  /** What its tag says; null where it has none. */
  readonly topic: string | null;
}

function read({ lines, line, isHeading }: Paragraph): Read {
  const tagged = TAG.exec(withoutCode(lines.join('\n')));
  const texts = lines.map((each) => withoutMarks(each.replace(TAG, ' ')).trimEnd().replace(BLOCK_NAME, ''));
  const content = texts.map((each) => each.replace(SCHEDULE, '').trimEnd().replace(BLOCK_NAME, ''));
  const masked = withoutCode(content.join('\n')).split('\n');
  const schedules = schedulesIn(texts.join('\n'));
  const topic = tagged ? (tagged[1] ?? '') : null;
  return { line, isHeading, lines: texts, content, masked, parting: masked.findIndex(isParting), schedules, topic };
}

const isBlank = (lines: readonly string[]) => lines.every((line) => line.trim() === '');
/** Is it text that is no card by itself? */
const isPlain = (part: Read) => part.parting < 0 && !isBlank(part.content) && cardsIn(part, '').length === 0;

function cardsIn({ lines, content, masked, schedules, line }: Read, topic: string): Block[] {
  const singles = [...singleLines(lines, topic, line)];
  if (singles.length > 0) return singles;
  const text = masked.join('\n');
  if (!HIGHLIGHT.test(text) && !BRACES.test(text)) return [];
  return [{ kind: 'cloze', front: content.join('\n').trim(), back: '', topic, schedules, line }];
}

/** Lines `front::back`, each with its schedule behind it or on the next line. */
function* singleLines(lines: readonly string[], topic: string, first: number): Generator<Block> {
  const contents = lines.map((line) =>
    line.replace(SCHEDULE, '').trimEnd().replace(BLOCK_NAME, '').replace(LIST_MARK, ''),
  );
  const masked = withoutCode(contents.join('\n')).replaceAll(new RegExp(BRACES, 'g'), (gap) => '_'.repeat(gap.length));
  for (const [i, line] of masked.split('\n').entries()) {
    const found = ONE_LINE.exec(line);
    if (!found) continue;
    const [, { length: parting }, sign] = found as unknown as [string, string, string];
    const own = schedulesIn(lines[i]!);
    const schedules = own.length === 0 && contents[i + 1] === '' ? schedulesIn(lines[i + 1]!) : own;
    const front = contents[i]!.slice(0, parting).trim();
    const back = contents[i]!.slice(parting + sign.length).trim();
    if (front !== '')
      yield { kind: sign === ':::' ? 'both-ways' : 'one-way', front, back, topic, schedules, line: first + i };
  }
}

const schedulesIn = (text: string): string[] =>
  (SCHEDULE.exec(text)?.[1] ?? '').split('!').filter((part) => part !== '');
