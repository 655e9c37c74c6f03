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

describe('the arrows of ARCHITECTURE.md', { timeout: 120_000 }, () => {
  it.each([
    ['core/domain/study/schedule.ts', "import { app } from 'electron';\nexport default app;\n"],
    ['core/domain/study/schedule.ts', "import { z } from 'zod';\nexport default z;\n"],
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
    ['core/compiler/check.ts', "import { createRouter } from '../services/router.ts';\nexport default createRouter;\n"],
    ['core/api/wire.ts', "import { toBlocks } from '../compiler/blocks.ts';\nexport default toBlocks;\n"],
    ['core/domain/course.ts', "import { toBlocks } from '../compiler/blocks.ts';\nexport default toBlocks;\n"],
  ])('refuses a planted import in %s', async (file, code) => {
    expect(await rulesBroken(file, code)).toContain('no-restricted-imports');
  });

  it.each([
    ['ports.ts', './clock.ts'],
    ['clock.ts', './app.ts'],
    ['jobs/slices.ts', '../ports.ts'],
    ['disk/files.ts', '../jobs/slices.ts'],
    ['disk/files.ts', '../store/journal/layout.ts'],
    ['disk/torture/power-cut.ts', '../../store/start.ts'],
    ['store/fold/history.ts', '../journal/journals.ts'],
    ['store/fold/history.ts', '../../disk/files.ts'],
    ['store/journal/journals.ts', '../snapshot/snapshot.ts'],
    ['store/journal/journals.ts', '../start.ts'],
    ['store/snapshot/snapshot.ts', '../straighten.ts'],
    ['store/start.ts', '../backups/merge.ts'],
    ['store/torture/answering.ts', '../../study/sessions.ts'],
    ['backups/folder/read-folder.ts', '../archive/archive.ts'],
    ['backups/archive/archive.ts', '../kept/kept-file.ts'],
    ['backups/kept/kept-file.ts', '../backups.ts'],
    ['backups/backups.ts', '../study/sessions.ts'],
    ['interface/csp.ts', '../ports.ts'],
    ['settings/settings-service.ts', '../store/data-store.ts'],
    ['courses/catalog.ts', '../study/sessions.ts'],
    ['stats/stats-service.ts', '../history/history-days.ts'],
    ['history/history-service.ts', '../undo/deed.ts'],
    ['study/sessions.ts', '../lessons/lesson-service.ts'],
    ['study/sessions.ts', '../store/journal/journals.ts'],
    ['lessons/lesson-service.ts', '../undo/deed.ts'],
    ['undo/undo-service.ts', '../store/data-store.ts'],
    ['undo/undo-service.ts', '../app.ts'],
  ])('refuses in the room of core/services/%s an import of %s', async (file, planted) => {
    const code = `import * as planted from '${planted}';\nexport default planted;\n`;
    expect(await rulesBroken(`core/services/${file}`, code)).toEqual(['house/service-rooms']);
  });

  it('lets a room of the services use those below it', async () => {
    const code = "import * as below from '../disk/files.ts';\nexport { below };\nexport * from '../ports.ts';\n";
    expect(await rulesBroken('core/services/store/start.ts', code)).toEqual([]);
    const fetched = "export const above = () => import('../app.ts');\n";
    expect(await rulesBroken('core/services/store/start.ts', fetched)).toEqual(['house/service-rooms']);
  });

  it.each([
    ['i18n/formats.ts', '../ui/keys.ts'],
    ['ui/Button.svelte', '../../../core/api/contract.ts'],
    ['ui/keys.ts', '../app/app-context.ts'],
    ['ui/Dialog.svelte', '../features/today/today.svelte.ts'],
    ['app/router.svelte.ts', '../question/question-run.svelte.ts'],
    ['courses/CourseRow.svelte', '../question/question-keys.ts'],
    ['charts/Plot.svelte', '../app/app-context.ts'],
    ['charts/ticks.ts', '../../../core/api/contract.ts'],
    ['question/question-keys.ts', '../features/review/ReviewView.svelte'],
    ['question/Question.svelte', '../app/app-context.ts'],
    ['features/today/TodayView.svelte', '../course/LessonRow.svelte'],
    ['features/today/today.svelte.ts', '../../features/course/lesson-lists.ts'],
    ['features/today/today.svelte.ts', '../../routes.ts'],
    ['shell/SideNav.svelte', '../features/today/today.svelte.ts'],
  ])('refuses in the floor of renderer/src/%s an import of %s', async (file, planted) => {
    const code = `import * as planted from '${planted}';\nexport default planted;\n`;
    const text = file.endsWith('.svelte') ? `<script lang="ts" module>\n${code}</script>\n` : code;
    expect(await rulesBroken(`renderer/src/${file}`, text)).toContain('no-restricted-imports');
  });

  it('lets a feature use the floors below it, and nothing but the table of routes fetch a view', async () => {
    const below = "import { keyName } from '../../ui/keys.ts';\nexport default keyName;\n";
    expect(await rulesBroken('renderer/src/features/today/today.svelte.ts', below)).toEqual([]);
    const fetched = "export const view = () => import('../course/CourseView.svelte');\n";
    expect(await rulesBroken('renderer/src/features/today/today.svelte.ts', fetched)).toEqual(['no-restricted-syntax']);
    expect(await rulesBroken('renderer/src/routes.ts', fetched)).toEqual([]);
  });

  it('lets the services fetch the compiler when it is needed, and name its types', async () => {
    const file = 'core/services/courses/catalog.ts';
    const fetched = "export const blocks = () => import('../../compiler/blocks.ts');\n";
    const named = "import type { Compiled } from '../../compiler/compile-course.ts';\nexport type { Compiled };\n";
    const bound = "import { toBlocks } from '../../compiler/blocks.ts';\nexport default toBlocks;\n";
    expect(await rulesBroken(file, fetched)).toEqual([]);
    expect(await rulesBroken(file, named)).toEqual([]);
    expect(await rulesBroken(file, bound)).toEqual(['@typescript-eslint/no-restricted-imports']);
  });

  it('refuses a value of Electron outside main and preload', async () => {
    expect(await rulesBroken('electron/menu.ts', "import { Menu } from 'electron';\nexport default Menu;\n")).toContain(
      '@typescript-eslint/no-restricted-imports',
    );
  });

  it('refuses a clock in the domain, and an unsafe window option', async () => {
    expect(await rulesBroken('core/domain/study/schedule.ts', 'export const now = Date.now();\n')).toContain(
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
