import { marked, type Token, type Tokens } from 'marked';
import type { Block, Inline } from '../domain/course.ts';
import { imageFile, isImageName, MEDIA_FOLDER } from './images.ts';
import type { Reading } from './inline-text.ts';

/** Where a picture of the course is wanted: `picture:map`, `picture:map#minsk,kant`. */
const PICTURE = /^picture:([a-z]+)(?:#([a-z0-9-]+(?:,[a-z0-9-]+)*))?$/;

/** The block of a paragraph that is an image: a picture of the course with the words below it, or a file of the learner's own. */
export function pictureOf(
  { href, text }: Tokens.Image,
  inline: (tokens: readonly Token[]) => Inline[],
  { isOwn, report }: Reading,
): Block[] {
  const children = inline(marked.Lexer.lexInline(text));
  if (isOwn) return [{ kind: 'medium', name: fileName(href), children }];
  const [, picture, marks] = PICTURE.exec(href) ?? [];
  if (text.trim() === '') report('a picture wants words below it', 'no-words');
  const file = imageNameIn(href);
  if (file !== null) return [{ kind: 'image', file, children }];
  if (picture === undefined) {
    report(
      `the image "${href}" is not allowed: put a picture into ${MEDIA_FOLDER}/ and write ![…](${imageFile('name.png')}), or show one of the course, ![…](picture:map#minsk)`,
      'image',
    );
    return [];
  }
  return [{ kind: 'picture', picture, focus: marks?.split(',') ?? [], children }];
}

/** The name of an image of the course's own media; null for anything else. Markdown writes a blank as %20. */
function imageNameIn(href: string): string | null {
  if (!href.startsWith(`${MEDIA_FOLDER}/`)) return null;
  let name = href.slice(MEDIA_FOLDER.length + 1);
  try {
    name = decodeURIComponent(name).normalize('NFC');
  } catch {
    return null;
  }
  return isImageName(name) ? name : null;
}

/** Signs that Markdown has a meaning for are written as addresses write them. */
function fileName(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
