/** Where the images of a course lie, below its folder. */
export const MEDIA_FOLDER = 'media';

/** Images that every browser shows and that run nothing. */
const IMAGE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,120}\.(?:png|jpe?g|gif|webp|avif)$/iu;

/** Can a file be called so that lessons show? */
export const isImageName = (name: string): boolean => IMAGE.test(name);

/** The path of an image in the course's folder. */
export const imageFile = (name: string): string => `${MEDIA_FOLDER}/${name}`;
