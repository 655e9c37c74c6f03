import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from '../disk/files.ts';
import { buildIndex } from './build-index.ts';
import type { IndexWork } from './indexer.ts';

const { dataDir, pack } = workerData as IndexWork;
await buildIndex(nodeFiles, dataDir, pack);
parentPort?.postMessage('done');
