import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bringChromium } from './chromium.ts'
import { type Ended, run, runTool } from './processes.ts'
import { root } from './project.ts'
import type { Check, Outcome } from './schedule.ts'
import { nothing, oneFailed, readPlaywrightReport, readVitestReport, settle, type Tally } from './tally.ts'

/** Where runners and `npm test` itself leave their reports. */
export const reports = join(root, 'test-results')

const playwrightOptions = ['--forbid-only', '--reporter=list,json']

/** All that `npm test` looks at, what takes longest first. */
export const checks: Check[] = [
  { name: 'chromium', needs: [], cores: 0, run: ensureChromium },
  plain('build', 1, () => runTool('vite', ['build', '--logLevel', 'warn'])),
  plain('format', 1, () => runTool('prettier', ['--check', '--log-level', 'warn', '.'])),
  plain('types', 1, () => runTool('typescript', ['--build'])),
  plain('lint', 1, () => runTool('oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'])),
  plain('dead-code', 1, () => runTool('knip', [])),
  counted('unit', 1, [], readVitestReport, (file) =>
    runTool('vitest', [
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]),
  ),
  { ...plain('size', 1, () => runTool('size-limit', [])), needs: ['build'] },
  counted('stories', 2, ['build', 'chromium'], readPlaywrightReport, (file) =>
    runTool('@playwright/test', ['test', ...playwrightOptions], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }),
  ),
  counted('live', 2, ['build', 'chromium'], readPlaywrightReport, (file) =>
    run(process.execPath, ['scripts/e2e-live.ts', '--demo', '--', ...playwrightOptions], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  ),
  counted('extension', 1, ['build', 'chromium'], readPlaywrightReport, (file) =>
    runTool('@playwright/test', ['test', '--config', 'e2e/extension/playwright.config.ts', ...playwrightOptions], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  ),
  counted('hosting', 1, ['build', 'chromium'], readPlaywrightReport, (file) =>
    run(process.execPath, ['scripts/hosting.ts', '--', ...playwrightOptions], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  ),
]

/** A tool that is content or not; it counts in the closing line only where it is not. */
function plain(name: string, cores: number, tool: () => Promise<Ended>): Check {
  return {
    name,
    needs: [],
    cores,
    run: async () => {
      const { exitCode, output } = await tool()
      return { ok: exitCode === 0, output, tally: exitCode === 0 ? nothing : oneFailed }
    },
  }
}

/** A test runner; it counts with each of its tests, by the JSON report that it writes. */
function counted(
  name: string,
  cores: number,
  needs: string[],
  read: (file: string) => Tally | null,
  runner: (reportFile: string) => Promise<Ended>,
): Check {
  return {
    name,
    needs,
    cores,
    run: async () => {
      const file = join(reports, `${name}.json`)
      rmSync(file, { force: true })
      const { exitCode, output } = await runner(file)
      const tally = settle(read(file), exitCode)
      return { ok: tally.failed === 0, output, tally }
    },
  }
}

async function ensureChromium(): Promise<Outcome> {
  const { path, log } = await bringChromium()
  if (path !== undefined) {
    process.env['CHROMIUM'] = path
    return { ok: true, output: path, tally: nothing }
  }
  const advice =
    'The stories need Chromium, and it could not be installed here.\n' +
    'Please install Chromium or Google Chrome, or name one: CHROMIUM=/path/to/chromium npm test'
  return { ok: false, output: `${log}\n${advice}`, tally: oneFailed }
}
