import { readdirSync } from 'node:fs'
import { defineConfig, type OxlintOverride } from 'oxlint'

/** What each layer may import besides its own files and packages. The order is the architecture. */
const layers: Record<string, string[]> = {
  lib: [],
  i18n: ['lib/**'],
  api: ['lib/**'],
  ui: ['lib/**', 'i18n/**'],
  dataset: ['lib/**', 'i18n/**', 'api/*.ts', 'ui/**'], // api/kpi/ in sources/kpi/ alone
  features: ['lib/**', 'i18n/**', 'api/**', 'ui/**', 'dataset/**'],
  app: ['lib/**', 'i18n/**', 'api/**', 'ui/**', 'dataset/**'], // and the doors of features
  demo: ['lib/**', 'api/kpi/*/schema.ts'], // a server: it shares KPI's schemas with the app, and nothing else
}

/** Rooms, and which others of their layer or feature each may import. A folder that is not named here is one room. */
const rooms: Record<string, string[]> = {
  'dataset/query': [],
  'dataset/model': ['query'],
  'dataset/validation': ['query', 'model'],
  'dataset/sources': ['query', 'model'],
  'dataset/sources/kpi': ['query', 'model', 'sources'],
  'dataset/provider': ['sources'],
  'dataset/rows': ['query', 'model', 'sources'],
  'dataset/answers': ['query', 'model', 'validation', 'sources', 'provider'],
  'dataset/status': ['query', 'model', 'sources', 'provider', 'answers'],
  'dataset/inputs': ['model', 'validation', 'answers'],
  'dataset/filter': ['query', 'model', 'sources', 'provider', 'answers', 'inputs'],
  'dataset/selection': ['model', 'answers'],
  'dataset/summary': ['model', 'sources', 'rows', 'answers'],
  'features/account/profile': [],
  'features/account/security': [],
  'features/account/projects': [],
  'features/account/organization': ['projects'],
  'features/account/views': ['projects'],
  'features/activity/log': [],
  'features/activity/project': ['log'],
  'features/activity/account': ['log'],
  'features/table/columns': [],
  'features/table/repeats': [],
  'features/table/find': ['columns', 'repeats'],
  'features/record/edit': [],
  'features/sharing/parts': [],
  'features/sharing/rules': ['parts'],
  'features/sharing/public': ['parts'],
  'features/sharing/job': ['parts'],
  'features/sharing/people': ['parts', 'rules'],
  'features/sharing/add': ['parts', 'rules', 'job'],
  'features/sharing/team': ['parts', 'rules', 'job'],
  'features/sharing/ownership': [],
}

/** Features and rooms that know rows from any source: they name no server's API, and no source in particular. */
const withoutServer = ['features/table', 'features/columns-panel', 'features/export']
const withoutSource = [
  ...withoutServer,
  ...Object.keys(rooms).filter(
    (room) =>
      (room.startsWith('dataset/') && !room.startsWith('dataset/sources') && room !== 'dataset/provider') ||
      withoutServer.some((feature) => room.startsWith(`${feature}/`)),
  ),
]

/** What of a feature the app may name. A feature never names another. */
const doors = [
  'account/{profile/ProfilePage,security/SecurityPage,organization/OrganizationPage,views/ProjectViewsPage}.tsx',
  'access-review/AccessReview.tsx',
  'activity/{project/Activity,account/AccountActivity}.tsx',
  'api-guide/ApiGuide.tsx',
  'bulk/{lazy-bulk.tsx,use-bulk-job.ts}',
  'bulk/bring/lazy-bring.tsx',
  'columns-panel/ColumnsControl.tsx',
  'connection/{AccessLost,ConnectForm,GrantedHosts,SignInAgain,Welcome}.tsx',
  'data-links/DataLinks.tsx',
  'deployment/{ArchiveCard,DeployButton,DeploymentActions,DeploymentNotice,DeploymentProvider}.tsx',
  'deployment/collect/CollectCard.tsx',
  'deployment/versions/VersionHistory.tsx',
  'export/{ExportBeforeDelete,ExportButton}.tsx',
  'form-check/{CheckedSheets,FormCheck}.tsx',
  'form-compare/FormComparison.tsx',
  'import-form/{ImportButton,ImportLinks,ImportDropZone}.tsx',
  'import-form/list/{CheckActions,ChooseAgain,ImportList,ImportAnnouncementList}.tsx',
  'import-form/job/{use-import,use-import-jobs}.ts',
  'project/{DeleteProject,DetailsCard,DetailsForm,FormOutline,ProjectHead,RenameForm,SubmissionsCard}.tsx',
  'project-actions/{ListCells,NewProjectButton,ProjectsBar}.tsx',
  'project-actions/dialogs/{DeleteProjects.tsx,dialog-props.ts}',
  'project-actions/jobs/use-project-job.ts',
  'projects/{NoProjects,ProjectsFooter,ProjectsTable,ProjectsToolbar,SortSelect}.tsx',
  'projects/{filter/FilterControl,columns/ColumnsControl}.tsx',
  'projects/use-project-columns.ts',
  'record/{PanelSubmission,SubmissionPage}.tsx',
  'record/{submission-links,use-adjacent-rows,use-adjacent-submissions}.ts',
  'replace-form/{ReplaceForm,trial/TrialLeftovers}.tsx',
  'rest-services/RestServices.tsx',
  'server-exports/ServerExports.tsx',
  'sharing/Sharing.tsx',
  'sharing/ownership/{TransferCard,Transfers}.tsx',
  'sharing/public/SubmitSwitch.tsx',
  'table/{CardList,ColumnActionsProvider,DataTable,SortControl,TableFooter,TableSkeleton}.tsx',
  'table/find/{Find,FindButton}.tsx',
  'table/find/find-store.ts',
  'table/repeats/RepeatDialogProvider.tsx',
  'table/columns/sort-context.ts',
  'usage/Usage.tsx',
  'views/{ListViewsControl,ViewsControl}.tsx',
  'views/project-view.ts',
].map((door) => `features/${door}`)

const react = ['react', 'react-dom', 'react-router', 'react-i18next']
const mantine = ['@mantine/*']
const tanStack = ['@tanstack/*']

/** Packages that do not belong in a layer or a room. */
const bannedPackages: Record<string, string[]> = {
  lib: [...react, 'i18next', ...mantine, ...tanStack],
  i18n: ['react-router', ...mantine, ...tanStack],
  api: [...react, 'i18next', ...mantine],
  ui: tanStack,
  'ui/grid': ['@tanstack/react-query'],
  demo: [...react, 'i18next', ...mantine, ...tanStack],
  'dataset/query': [...react, 'i18next', ...mantine, ...tanStack],
  'dataset/model': [...react, 'i18next', ...mantine, ...tanStack],
  'dataset/validation': [...react, 'i18next', ...mantine, ...tanStack],
  'dataset/sources': [...react, 'i18next', ...mantine],
  'dataset/rows': ['i18next', 'react-i18next', ...mantine],
}

/** Imports that no layer may have. */
const bannedImports = [
  {
    name: '@mantine/core',
    importNames: ['SimpleGrid', 'Grid', 'Flex'],
    message: 'It writes <style> tags, which a strict Content-Security-Policy forbids: use a CSS module.',
  },
]

const noParents = {
  group: ['../**'],
  message: "Name another folder by '#/', so that its boundary is checked.",
}

/** The rule for the files of a folder that may import these paths of `src`. */
function restrictions(folder: string, allowed: string[], banned: string[] = []): NonNullable<OxlintOverride['rules']> {
  const packages = bannedPackages[folder] ?? bannedPackages[layerOf(folder)]
  return {
    'no-restricted-imports': [
      'error',
      {
        paths: bannedImports,
        patterns: [
          {
            group: ['#/**', ...allowed.map((path) => `!#/${path}`), ...banned],
            message: `${folder}/ may not import this: see layers, rooms and doors in oxlint.config.ts.`,
          },
          noParents,
          ...(packages ? [{ group: packages, message: `${folder}/ does not use this package.` }] : []),
        ],
      },
    ],
  }
}

interface Boundary {
  /** Below `src`. */
  folder: string
  allowed: string[]
}

const layerOf = (folder: string) => folder.split('/')[0] ?? ''
const parentOf = (room: string) => room.slice(0, room.lastIndexOf('/'))

const features = readdirSync(new URL('./src/features', import.meta.url))

function featureImports(feature: string): string[] {
  const below = layers['features'] ?? []
  return withoutServer.includes(feature) ? below.map((path) => (path === 'api/**' ? 'api/*.ts' : path)) : below
}

/** From the whole to its parts: for a file, the last one counts. */
const boundaries: Boundary[] = [
  ...Object.entries(layers).map(([folder, allowed]) => ({
    folder,
    allowed: [...allowed, ...(folder === 'features' ? [] : [`${folder}/**`]), ...(folder === 'app' ? doors : [])],
  })),
  ...features.map((name) => ({
    folder: `features/${name}`,
    allowed: [...featureImports(`features/${name}`), `features/${name}/**`],
  })),
  ...Object.entries(rooms).map(([folder, others]) => {
    const layer = layerOf(folder)
    const below = layer === 'features' ? featureImports(parentOf(folder)) : (layers[layer] ?? [])
    const api = folder === 'dataset/sources/kpi' ? ['api/**'] : []
    const named = others.map((other) => `${layer === 'features' ? parentOf(folder) : layer}/${other}/**`)
    return { folder, allowed: [...below, ...api, `${folder}/**`, ...named] }
  }),
  { folder: 'ui/grid', allowed: [...(layers['ui'] ?? []), 'ui/**'] },
]

const boundary = ({ folder, allowed }: Boundary): OxlintOverride => ({
  files: [`src/${folder}/**`],
  rules: restrictions(folder, allowed, withoutSource.includes(folder) ? ['#/dataset/sources/kpi/**'] : []),
})

/** Tests may have the demo answer, and name any room of their layer; the demo's own may ask it through the client. */
const testBoundary = ({ folder, allowed }: Boundary): OxlintOverride => ({
  files: [`src/${folder}/**/*.test.{ts,tsx}`],
  rules: restrictions(folder, [...allowed, `${layerOf(folder)}/**`, 'demo/**', 'api/**']),
})

const noNetwork = 'Only src/api/client.ts talks to the network.'

export default defineConfig({
  plugins: ['import', 'react', 'jsx-a11y', 'typescript', 'unicorn', 'oxc', 'promise'],
  categories: { correctness: 'error' },
  rules: {
    eqeqeq: 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    // `import * as Icons` costs 494 kB; `z` of zod/mini is shaken all the same.
    'import/no-namespace': ['error', { ignore: ['zod', 'zod/mini'] }],
    // What scrolls must be reached by the keyboard.
    'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel'], tags: [] }],
    // A virtualized grid cannot be a <table>, nor every status an <output>.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    'no-alert': 'error',
    'no-console': 'error',
    'no-restricted-globals': ['error', ...['fetch', 'XMLHttpRequest'].map((name) => ({ name, message: noNetwork }))],
    'no-restricted-imports': ['error', { paths: bannedImports }],
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
    ...boundaries.map(boundary),
    ...boundaries.map(testBoundary),
    // Each of these is the one place for what the rule keeps out elsewhere.
    { files: ['src/api/client.ts'], rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } },
    { files: ['**/*.config.ts', '.size-limit.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: [
        'scripts/**',
        'tooling/**',
        'e2e/**',
        'contract/**',
        'conformance/**',
        'faults/**',
        'hostile/**',
        'bench/**',
      ],
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
