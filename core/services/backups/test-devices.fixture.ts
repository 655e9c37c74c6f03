import { afterEach, beforeEach } from 'vitest';
import { openDevice, testRoot, type TestDevice } from './data-folder.fixture.ts';

/** The devices of a test, each in a folder of its own; they are closed, and their folders taken away, after each test of the file. */
export class TestDevices {
  root!: ReturnType<typeof testRoot>;
  open: TestDevice[] = [];

  constructor() {
    beforeEach(() => {
      this.root = testRoot();
      this.open = [];
    });
    afterEach(async () => {
      for (const device of this.open) await device.close();
      this.root.dispose();
    });
  }

  readonly start = async (name: string): Promise<TestDevice> => {
    const device = await openDevice(this.root.folder(name));
    this.open.push(device);
    return device;
  };
}
