import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { serviceRooms } from './build/service-rooms.mjs';
import svelteConfig from './svelte.config.js';

const node = ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process', 'lowdb', 'lowdb/*'];
/** Zone → import patterns it may not use. Arrows point inwards only; see ARCHITECTURE.md. */
const outsideDomain = [
  ...node,
  'electron',
  'svelte',
  'svelte/*',
  '**/api/**',
  '**/compiler/**',
  '**/services/**',
  '**/renderer/**',
  '**/electron/**',
  '**/web/**',
  '**/content/**',
];
const banned = {
  'core/domain': [...outsideDomain, 'zod'],
  // The schemas of events are rules like any other. The later of two zones stands.
  'core/domain/history': outsideDomain,
  'core/api': [
    ...node,
    'electron',
    'svelte',
    'svelte/*',
    '**/compiler/**',
    '**/services/**',
    '**/renderer/**',
    '**/electron/**',
    '**/web/**',
    '**/content/**',
  ],
  'core/compiler': [
    'electron',
    'svelte',
    'svelte/*',
    '**/api/**',
    '**/services/**',
    '**/renderer/**',
    '**/electron/**',
    '**/web/**',
    '**/content/**',
  ],
  'core/services': ['electron', 'svelte', 'svelte/*', '**/renderer/**', '**/electron/**', '**/web/**', '**/content/**'],
  electron: ['svelte', 'svelte/*', '**/renderer/**', '**/web/**', '**/compiler/**', '**/content/**'],
  web: ['electron', 'svelte', 'svelte/*', '**/renderer/**', '**/electron/**', '**/compiler/**', '**/content/**'],
  renderer: [
    ...node,
    'electron',
    'zod',
    'ts-fsrs',
    '**/history/*-schemas.ts',
    '**/history/*-schema.ts',
    '**/compiler/**',
    '**/services/**',
    '**/electron/**',
    '**/web/**',
    '**/content/**',
  ],
};
const tests = ['**/*.test.ts', '**/*.fixture.ts'];
const zone = ([folder, group]) => ({
  files: [`${folder}/**/*.ts`, `${folder}/**/*.svelte`],
  ignores: tests,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group, message: `not from ${folder}: arrows point inwards only` }] },
    ],
  },
});

/** The rooms of the services; `app.ts` puts all of them together. */
const rooms = {
  files: ['core/services/**/*.ts'],
  ignores: [...tests, 'core/services/app.ts'],
  plugins: { house: { rules: { 'service-rooms': serviceRooms } } },
  rules: { 'house/service-rooms': 'error' },
};

/** The floors of the interface, from below: each may import those before it, and a feature nothing of another feature. */
const floors = ['i18n', 'ui', 'charts', 'app', 'courses', 'pictures', 'question', 'features', 'shell'];
const top = ['**/routes.ts', '**/App.svelte', '**/main.ts', '**/host.ts'];
const state = ['**/app/app-context.ts', '**/app/app.svelte.ts'];
const alsoBanned = {
  ui: ['**/core/api/**'],
  charts: ['**/core/api/**'],
  courses: state,
  pictures: state,
  question: state,
};
const ANOTHER_FEATURE = {
  regex: '^\\.\\./(?!\\.\\./)|/features/',
  message: 'a feature knows no other: what both need goes a floor lower',
};
const floor = (name, at) => ({
  files: [`renderer/src/${name}/**/*.ts`, `renderer/src/${name}/**/*.svelte`],
  ignores: tests,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              ...banned.renderer,
              ...floors.slice(at + 1).map((above) => `**/${above}/**`),
              ...(name === 'shell' ? ['**/features/**', ...top.slice(1)] : top),
              ...(alsoBanned[name] ?? []),
            ],
            message: `not from ${name}: a floor imports only those below it`,
          },
          ...(name === 'features' ? [ANOTHER_FEATURE] : []),
        ],
      },
    ],
    'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'views are fetched in routes.ts only' }],
  },
});

const NO_CLOCK = 'The domain has no clock and no randomness: take an instant or a seed as an argument.';
const pure = {
  files: ['core/domain/**/*.ts'],
  ignores: tests,
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: NO_CLOCK },
      { object: 'Math', property: 'random', message: NO_CLOCK },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: NO_CLOCK },
    ],
  },
};

/** The compiler is fetched when a course is made of files, so that no start waits for it: the services name its types, and import() it. */
const compilerWhenNeeded = {
  files: ['core/services/**/*.ts'],
  ignores: tests,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['**/compiler/**'], allowTypeImports: true, message: 'fetch it when it is needed: await import(…)' },
        ],
      },
    ],
  },
};

/** Electron's values are taken in two files; the others get what they need as arguments and can be tested without it. */
const electronValues = {
  files: ['electron/**/*.ts'],
  ignores: ['electron/main.ts', 'electron/preload.ts', ...tests],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { paths: [{ name: 'electron', allowTypeImports: true, message: 'only types: values come from main.ts' }] },
    ],
  },
};
const forbiddenOption = (name, value) => ({
  selector: `Property[key.name='${name}'][value.value=${value}]`,
  message: `${name}: ${value} is not allowed (security checklist)`,
});
const safeElectron = {
  files: ['electron/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      forbiddenOption('sandbox', false),
      forbiddenOption('contextIsolation', false),
      forbiddenOption('nodeIntegration', true),
      forbiddenOption('webSecurity', false),
      forbiddenOption('allowRunningInsecureContent', true),
      forbiddenOption('experimentalFeatures', true),
      forbiddenOption('webviewTag', true),
      forbiddenOption('bypassCSP', true),
      {
        selector: "Property[key.name='enableBlinkFeatures']",
        message: 'enableBlinkFeatures is not allowed (security checklist)',
      },
      {
        selector:
          'CallExpression[callee.property.name=/^(loadFile|openExternal|executeJavaScript|setAsDefaultProtocolClient|sendSync)$/]',
        message: 'not allowed (security checklist)',
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist/**', 'release/**', 'node_modules/**', 'coverage/**', 'test-results/**', 'playwright-report/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      'max-lines': ['error', { max: 150 }],
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  { files: ['**/*.svelte.ts'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  { files: ['renderer/**/*.{ts,svelte}'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  {
    // Playwright reads from the first argument which fixtures one needs; one that needs none still has to say so.
    files: ['e2e/**/*.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    // Typed rules where a forgotten await costs an answer.
    files: ['core/**/*.ts', 'electron/**/*.ts', 'web/**/*.ts'],
    ignores: tests,
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.pure.json', './tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  ...Object.entries(banned).map(zone),
  ...floors.map(floor),
  rooms,
  pure,
  compilerWhenNeeded,
  electronValues,
  safeElectron,
);
