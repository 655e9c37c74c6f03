import { z } from 'zod';
import type { SourcePreset } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { LIMITS } from './limits.ts';
import { readMessageRows } from './message-rows.ts';
import { jsonCell } from './settings.ts';
import type { SqliteFile } from './sqlite.ts';

/** Options as they stand, before it is known that they can be. */
interface FoundPreset {
  readonly id: string;
  readonly name: string;
  readonly options: { readonly [option in keyof typeof OPTIONS]?: unknown };
  /** FSRS, newest version first; empty ones are none. */
  readonly weights: readonly unknown[];
}

const steps = z.array(z.number().positive().max(100_000)).max(50);
const count = z.int().min(0).max(9999);
/** What each option may be; one beyond is left out and told. */
const OPTIONS = {
  newPerDay: count,
  reviewsPerDay: count,
  learningStepsMin: steps,
  relearningStepsMin: steps,
  maximumIntervalDays: z.int().min(1).max(36_500),
  retention: z.number().min(0.5).max(0.999),
  leechLapses: z.int().min(1).max(9999),
} as const;
const WEIGHT_COUNTS = new Set([17, 19, 21]);
const Weights = z.array(z.number()).refine(({ length }) => WEIGHT_COUNTS.has(length));

/**
 * Options of study that came with the decks.
 * @throws AppError `import-unreadable`
 */
export function presetsOf(db: SqliteFile, file: string, odd: Oddities): readonly SourcePreset[] {
  const found = db.has('deck_config') ? ofTable(db, file) : ofJson(db, file);
  if (found.length > LIMITS.presets) throw unreadable('too-many', file, 'deck options');
  return found.map((each) => presetOf(each, odd));
}

function presetOf({ id, name, options, weights }: FoundPreset, odd: Oddities): SourcePreset {
  const read = (option: keyof typeof OPTIONS) => {
    if (options[option] === undefined) return {};
    const parsed = OPTIONS[option].safeParse(options[option]);
    if (!parsed.success) odd.add('preset-option-unknown', `${name}: ${option}`);
    return parsed.success ? { [option]: parsed.data } : {};
  };
  const given = weights.find((each) => Array.isArray(each) && each.length > 0);
  const parsed = Weights.safeParse(given);
  if (given !== undefined && !parsed.success) odd.add('preset-option-unknown', `${name}: FSRS`);
  return {
    id,
    name,
    ...Object.assign({}, ...(Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).map(read)),
    ...(parsed.success && { weights: parsed.data }),
  };
}

const part = z.looseObject({}).catch({});
const Config = z.looseObject({ name: z.string().catch(''), new: part, rev: part, lapse: part });

/** As schemas to 13 hold them. */
function ofJson(db: SqliteFile, file: string): FoundPreset[] {
  return Object.entries(jsonCell(db, 'dconf', file)).map(([id, value]) => {
    const parsed = Config.safeParse(value);
    if (!parsed.success) throw unreadable('syntax', file, `col.dconf.${id}`.slice(0, 100), parsed.error);
    const config = parsed.data;
    return {
      id,
      name: config.name,
      options: {
        newPerDay: config.new['perDay'],
        reviewsPerDay: config.rev['perDay'],
        learningStepsMin: config.new['delays'],
        relearningStepsMin: config.lapse['delays'],
        maximumIntervalDays: config.rev['maxIvl'],
        retention: config['desiredRetention'],
        leechLapses: config.lapse['leechFails'],
      },
      weights: [config['fsrsParams6'], config['fsrsParams5'], config['fsrsWeights']],
    };
  });
}

/**
 * As schemas from 14 hold them. Numbers: steps 1, of relearning 2, FSRS parameters 3 to 5 (oldest first), new a day 9, reviews a day
 * 10, longest interval 16, leech 22, retention 37.
 */
function ofTable(db: SqliteFile, file: string): FoundPreset[] {
  const table = { table: 'deck_config', id: 'id', blob: 'config', order: 'id' };
  return readMessageRows(db, file, table, ({ id, name, message }) => {
    // A number that is 0 is not written; 0 means something only for the limits.
    const orNone = (number: number) => message.int(number) || undefined;
    return {
      id,
      name,
      options: {
        newPerDay: message.int(9),
        reviewsPerDay: message.int(10),
        learningStepsMin: message.floats(1),
        relearningStepsMin: message.floats(2),
        maximumIntervalDays: orNone(16),
        retention: message.float(37),
        leechLapses: orNone(22),
      },
      weights: [message.floats(6), message.floats(5), message.floats(3)],
    };
  });
}
