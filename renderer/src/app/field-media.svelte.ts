import type { Client } from '../../../core/api/client.ts';
import { AppError } from '../../../core/domain/errors.ts';
import { sendFile } from './send-file.ts';

/** A file as it was taken in: what notes and lessons call it by. */
export interface TakenFile {
  readonly name: string;
  readonly kind: 'image' | 'sound' | 'film';
}
export type MediaFault = 'too-large' | 'not-media' | 'no-microphone' | 'failed';

/** Files that are put into fields: pictures, sounds and films, by pasting, dropping, choosing or recording. */
export class FieldMedia {
  /** Share of a file that is there; null while none is brought. */
  sent = $state<number | null>(null);
  fault = $state.raw<MediaFault | null>(null);
  recording = $state(false);
  readonly #call: Client;
  #stop: (() => void) | null = null;

  readonly #named: (file: TakenFile) => string;

  /** @param named how a file stands in the text */
  constructor(call: Client, named: (file: TakenFile) => string) {
    this.#named = named;
    this.#call = call;
  }

  /** @returns how a field names them, one behind the other; '' where none could be taken */
  readonly take = async (files: readonly File[]): Promise<string> => {
    this.fault = null;
    const named: string[] = [];
    for (const file of files) {
      const name = await this.#one(file);
      if (name !== null) named.push(name);
    }
    this.sent = null;
    return named.join('');
  };

  /** Records until it is stopped. @returns what was recorded; null where the microphone may not be used */
  readonly record = async (): Promise<File | null> => {
    this.fault = null;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const recorder = new MediaRecorder(stream);
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const ended = new Promise<void>((resolve) => (recorder.onstop = () => resolve()));
      recorder.start();
      this.recording = true;
      this.#stop = () => recorder.stop();
      await ended;
      for (const track of stream.getTracks()) track.stop();
      return new File(pieces, 'recording.webm', { type: recorder.mimeType });
    } catch {
      this.fault = 'no-microphone';
      return null;
    } finally {
      this.recording = false;
      this.#stop = null;
    }
  };

  readonly stop = (): void => this.#stop?.();

  async #one(file: File): Promise<string | null> {
    try {
      const path = await sendFile(
        this.#call,
        file,
        (share) => (this.sent = share),
        () => true,
      );
      if (path === null) return null;
      return this.#named(await this.#call('media.add', { path, name: (file.name || 'pasted').slice(-255) }));
    } catch (error) {
      const reason = error instanceof AppError ? error.details['reason'] : undefined;
      this.fault = reason === 'too-large' || reason === 'not-media' ? reason : 'failed';
      return null;
    }
  }
}

/** Is there a microphone that may be asked for? */
export async function canRecord(): Promise<boolean> {
  if (!('MediaRecorder' in globalThis) || !('mediaDevices' in navigator)) return false;
  try {
    const { state } = await navigator.permissions.query({ name: 'microphone' });
    const devices = await navigator.mediaDevices.enumerateDevices();
    return state !== 'denied' && devices.some(({ kind }) => kind === 'audioinput');
  } catch {
    return false;
  }
}
