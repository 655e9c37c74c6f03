import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { studyDays } from './study-days.ts';

/**
 * `node build/run.mjs year --data FOLDER --until EPOCH_MS [--days 365] [--seed N] [--course ID]`: the data of a made-up learner
 * who forgets, guesses, is sure or not, pauses, and studies by habit. The same every time. For specs and pictures.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    until: { type: 'string' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '1' },
    course: { type: 'string', default: 'csto' },
  },
});
const [days, until] = [Number(values.days), Number(values.until)];
if (values.data === undefined || !Number.isSafeInteger(days) || !Number.isSafeInteger(until))
  throw new TypeError('year takes --data FOLDER, and whole numbers for --until and --days');

const coursesDir = join(dirname(dirname(fileURLToPath(import.meta.url))), 'courses');
const began = performance.now();
const { data: dataDir, seed, course: courseId } = values;
const answers = await studyDays({ dataDir, coursesDir, courseId, until, days, seed });
console.log(JSON.stringify({ days, answers, seconds: Math.round((performance.now() - began) / 100) / 10 }));
