import { marked, type Token, type Tokens } from 'marked';
import type { Block, Inline } from '../domain/course.ts';
import type { Reading } from './inline-text.ts';
import { mediaFile, mediaNameIn, MEDIA_FOLDER } from './media-files.ts';

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
  const medium = mediaNameIn(fileName(href));
  if (medium !== null) return [{ kind: 'medium', name: medium, children }];
  const [, picture, marks] = PICTURE.exec(href) ?? [];
  if (picture === undefined) {
    report(
      `the image "${href}" is not allowed: put a file into ${MEDIA_FOLDER}/ and write ![…](${mediaFile('name.png')}), or show a picture of the course, ![…](picture:map#minsk)`,
      'image',
    );
    return [];
  }
  if (text.trim() === '') report('a picture wants words below it', 'no-words');
  return [{ kind: 'picture', picture, focus: marks?.split(',') ?? [], children }];
}

/** Signs that Markdown has a meaning for are written as addresses write them. */
function fileName(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
