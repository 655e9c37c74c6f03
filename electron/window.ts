import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';

const MIN_SIZE = { width: 640, height: 480 };
const FIRST_SIZE = { width: 1280, height: 800 };
/** So much of the window's top must be on a screen for it to be taken hold of, pixels. */
const GRIP = 100;

/** How the window is made. Every security setting is written out, also where it is the default. */
export function windowOptions(
  preload: string,
  bounds: Partial<Rectangle>,
  isPackaged: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...FIRST_SIZE,
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Jamdai',
    webPreferences: {
      preload,
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      devTools: !isPackaged,
      spellcheck: false,
    },
  };
}

/**
 * The remembered bounds, where they are whole, still on one of the screens and no larger than all of them; else nothing, and
 * the window opens in the middle.
 */
export function restoreBounds(file: string, screens: readonly Rectangle[]): Partial<Rectangle> {
  const saved = readBounds(file);
  if (!saved) return {};
  if (saved.width > extent(screens, 'x', 'width') || saved.height > extent(screens, 'y', 'height')) return {};
  const seen = screens.some(
    (screen) =>
      saved.x + saved.width >= screen.x + GRIP &&
      saved.x <= screen.x + screen.width - GRIP &&
      saved.y >= screen.y &&
      saved.y <= screen.y + screen.height - GRIP,
  );
  return seen ? saved : {};
}

/** How far all screens together reach, from the first edge to the last. */
function extent(screens: readonly Rectangle[], edge: 'x' | 'y', size: 'width' | 'height'): number {
  return (
    Math.max(...screens.map((screen) => screen[edge] + screen[size])) -
    Math.min(...screens.map((screen) => screen[edge]))
  );
}

/** Remembers where the window was. Not learner data: when it can not be written, nothing is lost. */
export function saveBounds(file: string, bounds: Rectangle): void {
  try {
    writeFileSync(file, JSON.stringify(bounds));
  } catch {
    // The next window opens in the middle of the screen.
  }
}

function readBounds(file: string): Rectangle | null {
  try {
    const { x, y, width, height } = JSON.parse(readFileSync(file, 'utf8')) as Rectangle;
    const whole = [x, y, width, height].every(Number.isSafeInteger);
    return whole && width >= MIN_SIZE.width && height >= MIN_SIZE.height ? { x, y, width, height } : null;
  } catch {
    return null;
  }
}
