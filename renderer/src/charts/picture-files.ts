import { embeddedFaces } from './embedded-faces.ts';

/** Pixels of a PNG for each of the page. */
const SCALE = 2;

export function svgFile(picture: SVGSVGElement): Blob {
  return new Blob([textOf(picture)], { type: 'image/svg+xml' });
}

/** @throws Error where the browser can not draw the picture */
export async function pngFile(picture: SVGSVGElement): Promise<Blob> {
  const [width, height] = [Number(picture.getAttribute('width')), Number(picture.getAttribute('height'))];
  const drawn = picture.cloneNode(true) as SVGSVGElement;
  // A picture loads nothing: without its typeface inside, another one would stand in for it.
  drawn.prepend(await embeddedFaces());
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(drawn))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture was not drawn'))), 'image/png'),
  );
}

const textOf = (picture: SVGSVGElement): string => new XMLSerializer().serializeToString(picture);
