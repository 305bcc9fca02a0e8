/**
 * Chunks of the build that are put together by hand, each by the modules that it is for: it holds these and all that
 * they import, but for what is in a chunk before it. Small chunks cost a request each, and compress worse.
 */
export const chunkModules = {
  /** Runs before the others are there. */
  early: ['src/early.ts', 'rolldown/runtime', 'vite/preload-helper'],
  /** What every page needs, and the list of projects. */
  start: ['src/main.tsx', 'src/app/layouts/Shell.tsx', 'src/app/routes/projects.tsx'],
  /** What follows the first page by itself, whichever it is. */
  after: [
    'src/app/layouts/FaultBars.tsx',
    'src/app/layouts/RunningImports.tsx',
    'src/app/layouts/HelpMenu.tsx',
    'src/app/layouts/ScrollRestoration.tsx',
    'src/app/layouts/shortcuts/Shortcuts.tsx',
    'src/app/layouts/shortcuts/shortcuts.ts',
    'src/app/preloading/PreloadPages.tsx',
    'src/app/routes/list/ListControls.tsx',
    'src/api/app-config/help-links.ts',
    'src/app/ErrorPage.tsx',
    'src/app/report-mutation-error.ts',
    'src/features/import-form/FullScreenDrop.tsx',
    'src/features/projects/PageLinks.tsx',
    'src/ui/feedback/UnreadableItems.tsx',
    'src/ui/lazy-part.tsx',
    'node_modules/@mantine/notifications/',
  ],
  /** Controls that several pages need. */
  controls: [
    'src/ui/menus/OpenMenu.tsx',
    'esm/icons/IconApi.mjs',
    'esm/icons/IconList.mjs',
    'esm/icons/IconLogout.mjs',
    'esm/icons/IconPlus.mjs',
    'esm/icons/IconUsersGroup.mjs',
    'esm/icons/IconArrowsExchange.mjs',
    'esm/icons/IconRefresh.mjs',
    'esm/icons/IconKeyboard.mjs',
    'esm/icons/IconSettings.mjs',
    'esm/icons/IconEye.mjs',
    'esm/icons/IconEyeOff.mjs',
    'esm/icons/IconFolder.mjs',
    'esm/icons/IconHelpCircle.mjs',
    'esm/icons/IconLink.mjs',
    'esm/icons/IconLoader2.mjs',
    'esm/icons/IconPlayerPlay.mjs',
    'esm/icons/IconUpload.mjs',
    'src/app/routes/no-page.tsx',
    'node_modules/@mantine/core/esm/components/FileButton/',
    'node_modules/@mantine/core/esm/components/Modal/',
    'node_modules/@mantine/core/esm/components/NativeSelect/',
    'src/lib/save-file.ts',
    'src/lib/xml.ts',
  ],
  /** The pages of a project have its head and tabs; the summary is the first of them. The table's rows wait for no more. */
  project: [
    'src/app/layouts/project-page.tsx',
    'src/app/layouts/KnownProject.tsx',
    'src/app/routes/project-summary.tsx',
    'src/features/sharing/public/SubmitSwitch.tsx',
    'src/app/routes/form/project-compare.tsx',
    'src/app/loaders/submissions-loader.ts',
    'src/ui/dialogs/Dialog.tsx',
  ],
  /** The table of submissions, and what it loads by itself as soon as it is shown. */
  table: [
    'src/app/routes/submissions.tsx',
    'src/features/table/RowMenu.tsx',
    'src/features/table/find/FindBar.tsx',
    'src/features/bulk/BulkActions.tsx',
    'src/features/bulk/BulkJobBar.tsx',
  ],
  /** Inputs that dialogs of several pages need. */
  fields: [
    'node_modules/@mantine/core/esm/components/Checkbox/',
    'node_modules/@mantine/core/esm/components/Combobox/',
    'node_modules/@mantine/core/esm/components/MultiSelect/',
    'node_modules/@mantine/core/esm/components/Pill/',
    'node_modules/@mantine/core/esm/components/PillsInput/',
    'node_modules/@mantine/core/esm/components/Radio/',
    'node_modules/@mantine/core/esm/components/Select/',
    'node_modules/@mantine/core/esm/utils/InlineInput/',
    'node_modules/@mantine/core/esm/utils/InputsGroupFieldset/',
    'src/ui/use-options-filter.ts',
  ],
  /** Signing in, and renewing what expires. */
  signIn: [
    'src/app/sign-in/',
    'src/api/kpi/session/',
    'src/app/routes/signed-in.tsx',
    'src/features/connection/use-host-access.ts',
  ],
  /** What the menus of the top bar hold. */
  menus: [
    'src/app/layouts/ConnectionItems.tsx',
    'src/app/change-loader.ts',
    'src/app/layouts/HelpItems.tsx',
    'src/app/layouts/ResetDemoDialog.tsx',
    'src/ui/menus/LanguageItems.tsx',
    'src/ui/menus/ColourSchemeItems.tsx',
  ],
  /** The dialogs of actions on many submissions. */
  bulk: [
    'src/features/bulk/BulkDelete.tsx',
    'src/features/bulk/BulkDuplicate.tsx',
    'src/features/bulk/BulkEdit.tsx',
    'src/features/bulk/BulkOpenInWebForm.tsx',
    'src/features/bulk/BulkStatus.tsx',
  ],
  /** Handing projects over. */
  ownership: ['src/features/sharing/ownership/', 'src/app/routes/transfers.tsx'],
  /** Actions on the projects of the list. */
  'list-actions': ['src/app/routes/list/list-actions.tsx', 'src/features/project-actions/jobs/'],
  /** The dialogs of actions on projects. */
  projects: [
    'src/features/project-actions/dialogs/',
    'src/features/project-actions/NewProjectDialog.tsx',
    'src/app/DeletionDialog.tsx',
  ],
  /** Comparing two versions of a form, and bringing answers along. */
  compare: [
    'src/app/routes/form/ComparePage.tsx',
    'src/features/form-compare/FormComparison.tsx',
    'src/features/bulk/bring/BringAnswers.tsx',
  ],
}

/** Texts that are needed together, in each language. */
export const chunkTexts = {
  first: ['common', 'projects'],
  /** With those of a project, so that the first one that is opened waits for no texts. */
  after: ['errors', 'imports', 'jump', 'project-actions', 'project-list', 'shortcuts', 'project', 'deployment'],
  table: ['submissions', 'finding', 'bulk'],
  /** What is opened beside the table. */
  rows: ['columns', 'compare', 'exporting', 'submission'],
  sharing: ['sharing', 'access'],
  connection: ['connection', 'site'],
}

const CATALOGUE = /[\\/]locales[\\/](\w+)[\\/]([\w-]+)\.json$/

/** The chunk of a catalogue: see {@link chunkTexts}. */
export function textsChunk(id: string): string | null {
  const [, language, namespace = ''] = CATALOGUE.exec(id) ?? []
  const [name] = Object.entries(chunkTexts).find(([, namespaces]) => namespaces.includes(namespace)) ?? []
  return name === undefined ? null : `${language}-${name}`
}

const pathOf = (id: string) => id.replaceAll('\\', '/')

export const chunkGroups = [
  { name: textsChunk, test: (id: string) => CATALOGUE.test(id) },
  ...Object.entries(chunkModules).map(([name, paths]) => ({
    name,
    test: (id: string) => paths.some((path) => pathOf(id).includes(path)),
  })),
]
