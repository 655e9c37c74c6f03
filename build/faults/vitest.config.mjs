import { defineConfig } from 'vitest/config';
import { plant } from './plant.mjs';
import { STORE_FAULTS } from './store-faults.mjs';

/** Name of the fault to plant; empty for none. */
const name = process.env['JAMDAI_FAULT'] ?? '';
const fault = STORE_FAULTS.find((one) => one.name === name);
if (name !== '' && !fault) throw new Error(`no such fault: ${name}`);

export default defineConfig({
  plugins: fault ? [plant(fault)] : [],
  test: {
    include: STORE_FAULTS.map(({ test }) => test),
    globalSetup: 'build/memory-temp.ts',
    testTimeout: 400_000,
    bail: 1,
  },
});
