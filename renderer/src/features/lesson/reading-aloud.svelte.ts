import type { Range as Places } from '../../../../core/domain/text/found-ranges.ts';

/** One sentence to be read: its words, and where they stand in the section's text. */
export interface Spoken {
  readonly text: string;
  readonly range: Places;
}

/** The system's voices; nothing where the browser knows none. Those that speak over the net stay out. */
function voiceOf(language: 'th' | 'en'): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null;
  const local = speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language);
  return local.find((voice) => voice.default) ?? local[0] ?? null;
}

/** Reads sentences aloud, one after the other, in a voice of the system. */
export class ReadingAloud {
  state = $state.raw<'off' | 'reading' | 'paused'>('off');
  /** What is read now, or will be when it goes on. */
  spoken = $state.raw<Spoken | null>(null);
  #voicesTurn = $state(0);
  #sentences: readonly Spoken[] = [];
  #at = 0;
  #rate = 1;
  #turn = 0;

  /** Is there a voice of the language? */
  readonly canRead = (language: 'th' | 'en'): boolean => this.#voicesTurn >= 0 && voiceOf(language) !== null;

  /** Voices come a moment after the page. @returns the way to stop, which ends the reading as well */
  readonly listen = (): (() => void) => {
    if (typeof speechSynthesis === 'undefined') return () => undefined;
    const changed = () => (this.#voicesTurn += 1);
    speechSynthesis.addEventListener('voiceschanged', changed);
    changed();
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', changed);
      this.stop();
    };
  };

  /** @param rate 0.5 to 2 */
  readonly begin = (sentences: readonly Spoken[], from: number, language: 'th' | 'en', rate: number): void => {
    this.#sentences = sentences;
    this.#at = Math.max(0, from);
    this.#rate = rate;
    this.#speak(language);
  };

  readonly pause = (): void => {
    if (this.state !== 'reading') return;
    this.#silence();
    this.state = 'paused';
  };

  /** From the begin of the sentence in which it was paused: half a sentence says nothing. */
  readonly resume = (language: 'th' | 'en', rate: number): void => {
    this.#rate = rate;
    if (this.state === 'paused') this.#speak(language);
  };

  /** Another speed, from the sentence on that is being read. */
  readonly setRate = (language: 'th' | 'en', rate: number): void => {
    this.#rate = rate;
    if (this.state !== 'reading') return;
    this.#silence();
    this.#speak(language);
  };

  readonly stop = (): void => {
    if (this.state === 'off') return;
    this.#silence();
    this.state = 'off';
    this.spoken = null;
  };

  #speak(language: 'th' | 'en'): void {
    const sentence = this.#sentences[this.#at];
    const voice = voiceOf(language);
    if (!sentence || !voice) return this.stop();
    const turn = (this.#turn += 1);
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = this.#rate;
    utterance.onend = () => {
      if (turn !== this.#turn) return;
      this.#at += 1;
      this.#speak(language);
    };
    utterance.onerror = () => {
      if (turn === this.#turn) this.stop();
    };
    this.state = 'reading';
    this.spoken = sentence;
    speechSynthesis.speak(utterance);
  }

  /** What was being said says no more, not even that it ended. */
  #silence(): void {
    this.#turn += 1;
    speechSynthesis.cancel();
  }
}
