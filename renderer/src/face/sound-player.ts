import type { Side } from './frame-page.ts';

type Sound = Side['sounds'][number];

/** Plays sounds of a card one behind the other. Speech is by voices of this machine alone: others would send the text away. */
export class SoundPlayer {
  #turn = 0;
  #audio: HTMLAudioElement | null = null;

  /** What was playing ends. */
  readonly play = async (sounds: readonly Sound[]): Promise<void> => {
    const turn = this.stop();
    for (const sound of sounds) {
      if (turn !== this.#turn) return;
      await (sound.kind === 'file' ? this.#file(sound.address) : speak(sound));
    }
  };

  readonly stop = (): number => {
    this.#audio?.pause();
    this.#audio = null;
    if ('speechSynthesis' in window) speechSynthesis.cancel();
    return ++this.#turn;
  };

  /** One that can not be played, or not before the first key or click, is passed over. */
  #file(address: string | null): Promise<void> {
    if (address === null) return Promise.resolve();
    const audio = new Audio(address);
    this.#audio = audio;
    return new Promise((resolve) => {
      for (const end of ['ended', 'pause', 'error']) audio.addEventListener(end, () => resolve(), { once: true });
      audio.play().catch(() => resolve());
    });
  }
}

function speak({ text, language, voices, speed }: Extract<Sound, { kind: 'speech' }>): Promise<void> {
  if (!('speechSynthesis' in window)) return Promise.resolve();
  const local = speechSynthesis.getVoices().filter(({ localService }) => localService);
  const wanted = language.toLowerCase();
  const fits = local.filter(({ lang }) =>
    lang
      .replace('_', '-')
      .toLowerCase()
      .startsWith(wanted.split('-')[0] ?? ''),
  );
  const voice =
    local.find(({ name }) => voices.includes(name)) ??
    fits.find(({ lang }) => lang.toLowerCase() === wanted) ??
    fits[0];
  if (!voice) return Promise.resolve();
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  said.rate = speed;
  return new Promise((resolve) => {
    said.onend = said.onerror = () => resolve();
    speechSynthesis.speak(said);
  });
}
