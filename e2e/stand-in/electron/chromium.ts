import { connect, type Port } from '../channel.ts';

/** What Chromium's side may ask the main process; filled by index.ts, when all modules are there. */
export const answers: Record<string, (data: never) => unknown> = {};

/** To the test that plays Chromium. */
export const { ask, sent } = connect(process as unknown as Port, answers);
