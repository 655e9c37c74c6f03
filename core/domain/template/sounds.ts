import { decodeHTML } from 'entities';
import { htmlTokens } from './html-tokens.ts';
import { plainText } from './plain-text.ts';

/** Something to hear. */
export type Sound =
  | {
      readonly kind: 'file';
      /** Of the media, NFC; a film is one, too. */
      readonly name: string;
    }
  | {
      readonly kind: 'speech';
      readonly text: string;
      /** BCP 47, say `en-US`; empty where it is not said. */
      readonly language: string;
      /** Voices that the author would like, the best first. */
      readonly voices: readonly string[];
      /** 1 is normal. */
      readonly speed: number;
    };

export interface WithSounds {
  /** With a place to click for each sound: `<span class="replay-button" data-sound="0">`. */
  readonly html: string;
  /** In the order of the text. */
  readonly sounds: readonly Sound[];
}

const SOUND = /\[sound:([^\]\n]{1,500})\]|\[anki:tts([^\]\n]{0,500})\]|\[anki:play:[qa]:\d{1,6}\]/gi;
const SPEECH_END = '[/anki:tts]';
const SPEEDS = { least: 0.1, most: 10 };

/** Takes the sounds out of HTML; within tags they are text. */
export function withSounds(html: string): WithSounds {
  const sounds: Sound[] = [];
  const button = (sound: Sound) =>
    `<span class="replay-button" role="button" tabindex="0" data-sound="${String(sounds.push(sound) - 1)}"></span>`;
  return { html: replaceSounds(html, button), sounds };
}

/** HTML that is silent: of the front, where the back repeats it. */
export const withoutSounds = (html: string): string => replaceSounds(html, () => '');

function replaceSounds(html: string, replacement: (sound: Sound) => string): string {
  if (html.search(SOUND) < 0) return html;
  const parts: string[] = [];
  let done = 0;
  let at = 0;
  for (const { kind, raw } of htmlTokens(html)) {
    const end = at + raw.length;
    if (kind === 'text' && done < end) {
      SOUND.lastIndex = Math.max(0, done - at);
      for (let match = SOUND.exec(raw); match; match = SOUND.exec(raw)) {
        const start = at + match.index;
        let behind = start + match[0].length;
        let sound: Sound | null = null;
        if (match[1] !== undefined) sound = { kind: 'file', name: decodeHTML(match[1]).trim().normalize() };
        else if (match[2] !== undefined) {
          const close = html.indexOf(SPEECH_END, behind);
          const closed = close < 0 ? html.length : close;
          sound = speech(match[2], html.slice(behind, closed));
          behind = close < 0 ? closed : close + SPEECH_END.length;
        }
        parts.push(html.slice(done, start), sound ? replacement(sound) : '');
        done = behind;
        SOUND.lastIndex = done - at;
        if (done >= end) break;
      }
    }
    at = end;
  }
  parts.push(html.slice(done));
  return parts.join('');
}

/** @param options say ` lang=en_US voices=A,B speed=0.8` */
function speech(options: string, html: string): Sound | null {
  const values = new Map(
    options
      .trim()
      .split(/\s+/)
      .map((option) => {
        const [name = '', value = ''] = option.split('=', 2);
        return [name, value] as const;
      }),
  );
  // What is hidden is spoken as a pause, not as dots.
  const text = plainText(html.replaceAll('[...]', ' … ')).replaceAll('\n', ' ');
  if (text === '') return null;
  const speed = Number(values.get('speed') ?? 1);
  return {
    kind: 'speech',
    text,
    language: (values.get('lang') ?? '').replaceAll('_', '-'),
    voices: (values.get('voices') ?? '').split(',').filter((voice) => voice !== ''),
    speed: Number.isFinite(speed) ? Math.min(Math.max(speed, SPEEDS.least), SPEEDS.most) : 1,
  };
}
