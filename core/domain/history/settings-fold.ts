import { DEFAULT_STUDY_SETTINGS, isLook, type Look, type StudySettings } from '../settings.ts';
import type { JournalEvent } from './events.ts';
import { foldRecord, isRecordEvent, type RecordEvent, type Records } from './records.ts';

/** Looks by device. Of one that never chose anything there is none. */
export type Looks = ReadonlyMap<string, Partial<Look>>;

/** What was chosen: how to study by all devices together, how it looks by each for itself, and records. Changes in place. */
export interface Chosen {
  settings: StudySettings;
  readonly records: Map<string, Records extends ReadonlyMap<string, infer F> ? F : never>;
  readonly looks: Map<string, Partial<Look>>;
}

export const nothingChosen = (): Chosen => ({ settings: DEFAULT_STUDY_SETTINGS, looks: new Map(), records: new Map() });

type SettingEvent = Extract<JournalEvent, { type: 'setting' }>;

type ChoiceEvent = SettingEvent | RecordEvent;

/** Does an event choose something? Such events have a trail of their own. */
export const isChoice = (event: JournalEvent): event is ChoiceEvent => event.type === 'setting' || isRecordEvent(event);

/** Moves what was chosen on by one event. */
export function foldChoice(chosen: Chosen, event: ChoiceEvent): void {
  if (event.type === 'setting') foldSetting(chosen, event);
  else foldRecord(chosen.records, event);
}

function foldSetting(chosen: Chosen, { device, set }: SettingEvent): void {
  const entries = Object.entries(set);
  const look = entries.filter(([key]) => isLook(key));
  const study = entries.filter(([key]) => !isLook(key));
  if (study.length > 0)
    chosen.settings = { ...chosen.settings, ...(Object.fromEntries(study) as Partial<StudySettings>) };
  if (look.length > 0)
    chosen.looks.set(device, { ...chosen.looks.get(device), ...(Object.fromEntries(look) as Partial<Look>) });
}

/** What events make, in the order they are given. Those of other types are passed over. */
export function chosenBy(events: Iterable<JournalEvent>): Chosen {
  const chosen = nothingChosen();
  for (const event of events) if (isChoice(event)) foldChoice(chosen, event);
  return chosen;
}
