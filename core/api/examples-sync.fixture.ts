import type { Input, Output } from './contract.ts';
import type { syncMethods } from './sync-methods.ts';

const device: Output<'sync.look'>['devices'][number] = {
  id: 'k3j9d8s7a6f5',
  name: 'laptop',
  own: false,
  seenAt: 1_700_000_000_000,
  bytes: 40_000,
  onTheWay: 12,
};
const status: Output<'sync.status'> = {
  folder: 'somewhere/mirrored',
  seal: 'plain',
  work: { phase: 'taking-in', done: 2, total: 5 },
  syncedAt: 1_700_000_000_000,
  unwritten: 3,
  trouble: { what: 'folder-missing', since: 1_700_000_000_000 },
  devices: [device],
  onTheWay: { events: 12, packs: 1, media: 40 },
  partedAt: null,
  arrived: 40,
};
const place = { folder: 'somewhere/mirrored', passphrase: 'four words of mine' };

/** One input and one output of every method of the sync folder. */
export const SYNC_EXAMPLES: { [M in keyof typeof syncMethods]: [Input<M>, Output<M>] } = {
  'sync.status': [{}, status],
  'sync.look': [place, { seal: 'sealed', opened: true, devices: [device], bytes: 40_000 }],
  'sync.begin': [place, status],
  'sync.leave': [{}, { ...status, folder: null, seal: null, work: null, trouble: null, devices: [] }],
  'sync.now': [{}, status],
  'sync.wake': [{}, { done: true }],
};
