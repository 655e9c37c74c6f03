import { svgElement } from './svg-element.ts';

/** The faces of the page's typeface as a style sheet that carries them inside. */
export async function embeddedFaces(): Promise<SVGElement> {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule);
  const style = svgElement('style');
  style.textContent = (await Promise.all(faces.map(withFileInside))).join('\n');
  return style;
}

async function withFileInside(face: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (address === undefined) return face.cssText;
  const file = await fetch(new URL(address, face.parentStyleSheet?.href ?? document.baseURI));
  return face.cssText.replace(/url\("?[^")]+"?\)/, `url(${await dataAddress(await file.blob())})`);
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the typeface was not read'));
    reader.readAsDataURL(blob);
  });
}
