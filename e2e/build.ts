import { build } from '../build/build.mjs';
import { isFresh } from '../build/sources.mjs';
import { buildStandIn } from './stand-in/build.ts';

/** Before the first spec: what the shells run is as new as the sources, and is not built while specs wait. */
export default async function buildAll(): Promise<void> {
  if (!isFresh()) await build('warn');
  await buildStandIn();
}
