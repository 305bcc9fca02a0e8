import { defineConfig, type OxlintOverride } from 'oxlint'

/** What each layer may import besides its own files and packages. The order is the architecture. */
const layers: Record<string, string[]> = {
  lib: [],
  i18n: ['lib/**'],
  api: ['lib/**'],
  ui: ['lib/**', 'i18n/**'],
  features: ['lib/**', 'i18n/**', 'api/**', 'ui/**'],
  app: ['lib/**', 'i18n/**', 'api/**', 'ui/**', 'features/**'],
  demo: ['lib/**', 'api/*/schema.ts'], // a server: it shares KPI's schemas with the app, and nothing else
}

/** Packages that do not belong in a layer. */
const strangers: Record<string, string[]> = {
  lib: ['react', 'react-dom', 'react-router', 'react-i18next', 'i18next', '@mantine/*', '@tanstack/*'],
  i18n: ['react-router', '@mantine/*', '@tanstack/*'],
  api: ['react', 'react-dom', 'react-router', 'react-i18next', 'i18next', '@mantine/*'],
  ui: ['@tanstack/*'],
  demo: ['react', 'react-dom', 'react-router', 'react-i18next', 'i18next', '@mantine/*', '@tanstack/*'],
}

/** Imports that no layer may have. */
const notAtAll = [
  {
    name: '@tanstack/react-query',
    importNames: ['keepPreviousData'],
    message: "It keeps another project's data, too: use keepPreviousOf from src/api/keep-previous.ts.",
  },
  {
    name: '@mantine/core',
    importNames: ['SimpleGrid', 'Grid', 'Flex'],
    message: 'It writes <style> tags, which a strict Content-Security-Policy forbids: use a CSS module.',
  },
]

const anotherLayer = {
  regex: '^(\\.\\./)+(lib|i18n|api|ui|features|app|demo)/',
  message: "Name another layer by '#/', so that its boundary is checked.",
}

function restrictions(layer: string, allowed: string[]): NonNullable<OxlintOverride['rules']> {
  const strange = strangers[layer]
  return {
    'no-restricted-imports': [
      'error',
      {
        paths: notAtAll,
        patterns: [
          {
            group: ['#/**', ...allowed.map((path) => `!#/${path}`)],
            message: `${layer}/ may not import this: see layers in oxlint.config.ts.`,
          },
          anotherLayer,
          ...(layer === 'features'
            ? [{ group: ['../**'], message: 'Features do not import one another; compose them in app/routes.' }]
            : []),
          ...(strange ? [{ group: strange, message: `${layer}/ does not use this package.` }] : []),
        ],
      },
    ],
  }
}

const boundary = ([layer, allowed]: [string, string[]]): OxlintOverride => ({
  files: [`src/${layer}/**`],
  rules: restrictions(layer, allowed),
})

/** Tests may have the demo answer; the demo's own may ask it through the client. */
const testBoundary = ([layer, allowed]: [string, string[]]): OxlintOverride => ({
  files: [`src/${layer}/**/*.test.{ts,tsx}`],
  rules: restrictions(layer, [...allowed, 'demo/**', ...(layer === 'demo' ? ['api/**'] : [])]),
})

const noNetwork = 'Only src/api/client.ts talks to the network.'

export default defineConfig({
  plugins: ['import', 'react', 'jsx-a11y', 'typescript', 'unicorn', 'oxc', 'promise'],
  categories: { correctness: 'error' },
  rules: {
    eqeqeq: 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    // `import * as Icons` costs 494 kB; `z` of zod/mini is shaken all the same.
    'import/no-namespace': ['error', { ignore: ['zod', 'zod/mini'] }],
    // What scrolls must be reached by the keyboard.
    'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel'], tags: [] }],
    // A virtualized grid cannot be a <table>, nor every status an <output>.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    'no-alert': 'error',
    'no-console': 'error',
    'no-restricted-globals': ['error', ...['fetch', 'XMLHttpRequest'].map((name) => ({ name, message: noNetwork }))],
    'no-restricted-imports': ['error', { paths: notAtAll, patterns: [anotherLayer] }],
    'no-restricted-properties': [
      'error',
      ...['window', 'globalThis', 'self'].map((object) => ({ object, property: 'fetch', message: noNetwork })),
    ],
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'react/incompatible-library': 'off', // tells what the React Compiler skips, and it is not used here
    'react/no-danger': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }] }], // the router's redirections
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'unicorn/no-abusive-eslint-disable': 'error',
    'unicorn/prefer-node-protocol': 'error',
  },
  overrides: [
    { files: ['src/**'], rules: { 'react/exhaustive-deps': 'error', 'react/rules-of-hooks': 'error' } },
    {
      files: ['src/**/*.tsx'],
      rules: { 'unicorn/filename-case': ['error', { cases: { pascalCase: true, kebabCase: true } }] },
    },
    ...Object.entries(layers).map(boundary),
    ...Object.entries(layers).map(testBoundary),
    // Each of these is the one place for what the rule keeps out elsewhere.
    { files: ['src/api/client.ts'], rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } },
    { files: ['**/*.config.ts', '.size-limit.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: ['scripts/**', 'e2e/**', 'contract/**', 'conformance/**', 'faults/**', 'hostile/**', 'bench/**'],
      rules: { 'no-console': 'off', 'no-restricted-globals': 'off' },
    },
    {
      files: ['**/*.test.{ts,tsx}'],
      plugins: ['vitest'],
      rules: { 'vitest/valid-expect': ['error', { maxArgs: 2 }] },
    },
  ],
  ignorePatterns: ['public', 'dist', 'packages'],
})
