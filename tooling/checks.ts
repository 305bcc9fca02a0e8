import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findHeadlessChromium, findOrInstallChromium, installHeadlessShell } from './chromium.ts'
import { type ProcessResult, run, runTool } from './processes.ts'
import { root } from './project.ts'
import type { Check, Outcome } from './schedule.ts'
import { checkedTally, emptyTally, oneFailure, readPlaywrightReport, readVitestReport, type Tally } from './tally.ts'

/** Folder of the reports of the test runners and of `npm test`. */
export const reportsFolder = join(root, 'test-results')

const playwrightOptions = ['--forbid-only', '--reporter=list,json']

/** All checks of `npm test`. Those that need one core run beside the unit tests; the stories have both cores to themselves. */
export const checks: Check[] = [
  { name: 'chromium', needs: [], cores: 0, run: checkChromium },
  toolCheck('build', 1, () => runTool('vite', ['build', '--logLevel', 'warn'])),
  testCheck('unit', 1, [], readVitestReport, (file) =>
    runTool('vitest', [
      'run',
      '--allowOnly=false',
      // By default one fewer than cores: the second is idle once the other checks have ended.
      '--maxWorkers=2',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]),
  ),
  toolCheck('format', 1, () => runTool('prettier', ['--check', '--log-level', 'warn', '.'])),
  toolCheck('types', 1, () => runTool('typescript', ['--build'])),
  toolCheck('lint', 1, () =>
    runTool('oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
  ),
  toolCheck('dead-code', 1, () => runTool('knip', [])),
  { ...toolCheck('size', 1, () => runTool('size-limit', [])), needs: ['build'] },
  testCheck('live', 1, ['build', 'chromium'], readPlaywrightReport, (file) =>
    run(process.execPath, ['scripts/e2e-live.ts', '--demo', '--', ...playwrightOptions], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  ),
  testCheck('extension', 1, ['build', 'chromium'], readPlaywrightReport, (file) =>
    runTool('@playwright/test', ['test', '--config', 'e2e/extension/playwright.config.ts', ...playwrightOptions], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  ),
  testCheck('hosting', 1, ['build', 'chromium'], readPlaywrightReport, (file) =>
    run(process.execPath, ['scripts/hosting.ts', '--', ...playwrightOptions], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  ),
  testCheck('stories', 2, ['build', 'chromium'], readPlaywrightReport, (file) =>
    runTool('@playwright/test', ['test', ...playwrightOptions], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }),
  ),
]

/** A check by a tool. It counts as one failure if it fails, otherwise not at all. */
function toolCheck(name: string, cores: number, tool: () => Promise<ProcessResult>): Check {
  return {
    name,
    needs: [],
    cores,
    run: async () => {
      const { exitCode, output } = await tool()
      return { ok: exitCode === 0, output, tally: exitCode === 0 ? emptyTally : oneFailure }
    },
  }
}

/** A check by a test runner. Its tests are counted from its JSON report. */
function testCheck(
  name: string,
  cores: number,
  needs: string[],
  read: (file: string) => Tally | null,
  runner: (reportFile: string) => Promise<ProcessResult>,
): Check {
  return {
    name,
    needs,
    cores,
    run: async () => {
      const file = join(reportsFolder, `${name}.json`)
      rmSync(file, { force: true })
      const { exitCode, output } = await runner(file)
      const tally = checkedTally(read(file), exitCode)
      return { ok: tally.failed === 0, output, tally }
    },
  }
}

async function checkChromium(): Promise<Outcome> {
  await installHeadlessShell()
  const headless = findHeadlessChromium()
  const { path, log } = await findOrInstallChromium()
  if (path !== undefined) {
    process.env['CHROMIUM'] = path
    process.env['HEADLESS_CHROMIUM'] = headless ?? path
    return { ok: true, output: path, tally: emptyTally }
  }
  const advice =
    'The stories need Chromium, and it could not be installed here.\n' +
    'Please install Chromium or Google Chrome, or name one: CHROMIUM=/path/to/chromium npm test'
  return { ok: false, output: `${log}\n${advice}`, tally: oneFailure }
}
