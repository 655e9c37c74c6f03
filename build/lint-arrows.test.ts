import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

// On CI typescript-eslint takes files from the disk, once; here it must look at the planted text.
const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
  ],
});
const rulesBroken = async (filePath: string, code: string) => {
  const [result] = await eslint.lintText(code, { filePath });
  return (
    result?.messages.filter(({ severity }) => severity === 2).map(({ ruleId, message }) => ruleId ?? message) ?? []
  );
};

describe('the arrows of ARCHITECTURE.md', () => {
  it.each([
    ['core/domain/schedule.ts', "import { app } from 'electron';\nexport default app;\n"],
    ['core/domain/schedule.ts', "import { z } from 'zod';\nexport default z;\n"],
    ['core/domain/history/order.ts', "import { readFileSync } from 'node:fs';\nexport default readFileSync;\n"],
    [
      'renderer/src/host.ts',
      "import { EVENT_SCHEMAS } from '../../core/domain/history/event-schemas.ts';\nexport default EVENT_SCHEMAS;\n",
    ],
    ['core/api/wire.ts', "import { createRouter } from '../services/router.ts';\nexport default createRouter;\n"],
    [
      'core/services/router.ts',
      "import { guardContents } from '../../electron/security.ts';\nexport default guardContents;\n",
    ],
    ['renderer/src/host.ts', "import { readFileSync } from 'node:fs';\nexport default readFileSync;\n"],
    ['web/guard.ts', "import { app } from 'electron';\nexport default app;\n"],
    [
      'content/compiler/check.ts',
      "import { createRouter } from '../../core/services/router.ts';\nexport default createRouter;\n",
    ],
  ])('refuses a planted import in %s', async (file, code) => {
    expect(await rulesBroken(file, code)).toContain('no-restricted-imports');
  });

  it('refuses a value of Electron outside main and preload', async () => {
    expect(await rulesBroken('electron/menu.ts', "import { Menu } from 'electron';\nexport default Menu;\n")).toContain(
      '@typescript-eslint/no-restricted-imports',
    );
  });

  it('refuses a clock in the domain, and an unsafe window option', async () => {
    expect(await rulesBroken('core/domain/schedule.ts', 'export const now = Date.now();\n')).toContain(
      'no-restricted-properties',
    );
    expect(await rulesBroken('electron/window.ts', 'export const options = { sandbox: false };\n')).toContain(
      'no-restricted-syntax',
    );
  });

  it('lets the schemas of events use zod', async () => {
    const code = "import { z } from 'zod';\nexport default z;\n";
    expect(await rulesBroken('core/domain/history/event-schemas.ts', code)).toEqual([]);
  });

  it('lets an inward import through', async () => {
    expect(
      await rulesBroken(
        'core/api/wire.ts',
        "import { AppError } from '../domain/errors.ts';\nexport default AppError;\n",
      ),
    ).toEqual([]);
  });
});
