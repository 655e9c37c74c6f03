import type { Face } from '../../domain/template/face.ts';
import { STOPPED, type Stopped } from '../../domain/template/problems.ts';
import type { OcclusionShape } from '../../domain/template/occlusion.ts';
import type { Sound } from '../../domain/template/sounds.ts';
import { MediaLinks, type MediaAddress } from './media-links.ts';
import { safeCss } from './safe-css.ts';
import { safeHtml } from './safe-html.ts';

/** The script and the button that draw masks in Anki: here the app draws them, so that nothing is missed. */
const DRAWN_INSTEAD: ReadonlySet<Stopped> = new Set(['script', 'form']);

/** One side of a card as it may be shown in the frame of cards. */
export interface SafeFace {
  readonly html: string;
  /** The deck's CSS, with what stands in the side itself. */
  readonly css: string;
  readonly sounds: readonly Sound[];
  readonly shapes: readonly OcclusionShape[];
  /** Files of other hosts that are named and not loaded. */
  readonly remote: { readonly count: number; readonly hosts: readonly string[] };
  /** Files that are named and not there: pictures and the like, and sounds. */
  readonly missing: readonly string[];
  /** What was taken out so that nothing runs, loads or leads away. */
  readonly stopped: readonly Stopped[];
}

/** The CSS of a note type, made safe: the same for all its cards. */
export interface DeckCss {
  readonly css: string;
  readonly links: MediaLinks;
}

/** @param css of the note type, as it came @param address where a file of the media is served */
export function deckCss(css: string, address: MediaAddress): DeckCss {
  const links = new MediaLinks(address);
  return { css: safeCss(css, links), links };
}

/** Makes a side safe. @param sheet of the note type, made with the same addresses */
export function safeFace(face: Face, sheet: DeckCss, address: MediaAddress): SafeFace {
  const links = new MediaLinks(address);
  const body = safeHtml(face.html, links);
  const isStopped = (kind: Stopped) => sheet.links.stopped.includes(kind) || links.stopped.includes(kind);
  const silent = face.sounds.flatMap((sound) =>
    sound.kind === 'file' && address(sound.name) === null ? [sound.name] : [],
  );
  return {
    html: body.html,
    css: body.css === '' ? sheet.css : `${sheet.css}\n${body.css}`,
    sounds: face.sounds,
    shapes: face.shapes,
    remote: {
      count: sheet.links.remoteCount + links.remoteCount,
      hosts: [...new Set([...sheet.links.hosts, ...links.hosts])],
    },
    missing: [...new Set([...sheet.links.missing, ...links.missing, ...silent])],
    stopped: STOPPED.filter((kind) => isStopped(kind) && !(face.shapes.length > 0 && DRAWN_INSTEAD.has(kind))),
  };
}
