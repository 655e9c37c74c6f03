/** Where the pictures, sounds and films of a course lie, below its folder. */
export const MEDIA_FOLDER = 'media';

const MEDIUM =
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,120}\.(?:png|jpe?g|gif|webp|avif|svg|mp3|ogg|oga|wav|m4a|mp4|webm)$/iu;

/** The path of a medium in the course's folder. */
export const mediaFile = (name: string): string => `${MEDIA_FOLDER}/${name}`;

/** The name of a medium by its path in the course's folder; null for what is none, or is called so that not every system can have it. */
export function mediaNameIn(path: string): string | null {
  const name = path.startsWith(`${MEDIA_FOLDER}/`) ? path.slice(MEDIA_FOLDER.length + 1).normalize('NFC') : '';
  return MEDIUM.test(name) ? name : null;
}
