import { createClient } from '../core/api/client.ts';
import { Reminders, type Due } from '../core/api/reminders.ts';
import type { App } from '../core/services/app.ts';
import type { Clock } from '../core/services/ports.ts';
import type { Language } from './texts.ts';

const LOOK_EVERY_MS = 60_000;

/** A notification of the system, as Electron's `Notification` is. */
interface Note {
  on(event: 'click', listener: () => void): unknown;
  show(): void;
}

export interface RemindingParts {
  readonly clock: Clock;
  readonly language: () => Language;
  /** Makes a notification of the system; null where the system has none. */
  readonly note: (text: { title: string; body: string }) => Note | null;
  /** Sets the number on the dock's or the launcher's icon. */
  readonly setBadge: (count: number) => unknown;
  /** The learner clicked on the notification. */
  readonly onclick: () => void;
  readonly log: (error: unknown) => void;
}

/** What a reminder says. */
export function reminderText({ cards, minutes }: Due, language: Language): { title: string; body: string } {
  if (language === 'th') return { title: 'จำได้', body: `มี ${cards} ข้อรออยู่วันนี้ ใช้เวลาราว ${minutes} นาที` };
  const wait = cards === 1 ? 'question waits' : 'questions wait';
  const time = minutes === 1 ? 'minute' : 'minutes';
  return { title: 'Jamdai', body: `${cards} ${wait} today: about ${minutes} ${time}.` };
}

/** Reminds as long as the app runs; returns the way to stop. */
export function remind(host: Pick<App, 'router' | 'settings'>, parts: RemindingParts): () => void {
  const reminders = new Reminders({
    call: createClient((method, input) => host.router(method, input)),
    now: () => parts.clock.now(),
    offsetAt: (at) => parts.clock.utcOffsetMin(at),
    settings: () => host.settings(),
    notify: (due) => {
      const note = parts.note(reminderText(due, parts.language()));
      note?.on('click', parts.onclick);
      note?.show();
    },
    showBadge: parts.setBadge,
  });
  const timer = setInterval(() => void reminders.look().catch(parts.log), LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
