// Runs the live stories against a real KPI, through `npm start -- --server`. `--demo` uses a demo server instead.
// Arguments after `--` are passed to Playwright.
import { Failure, runTask } from '../tooling/fail.ts'
import { readOptions } from '../tooling/options.ts'
import { endAllOnSignal, runTool, startServer } from '../tooling/processes.ts'
import { parseServer } from '../tooling/serve-options.ts'

function checkEnvironment() {
  const missing = ['KPI_URL', 'KPI_USERNAME', 'KPI_PASSWORD'].filter((name) => !process.env[name])
  if (missing.length > 0) {
    throw new Failure(
      `${missing.join(' and ')} missing in the environment: the address of a KPI, and an account on it.\n` +
        'With KPI_OTHER_USERNAME, a project is also shared with that user; with KPI_OTHER_PASSWORD too, that user\n' +
        'opens it. `--demo` uses the demo server instead.',
    )
  }
  parseServer(process.env['KPI_URL'] ?? '')
}

async function startDemo() {
  const { address, stop } = await startServer('demo-server', ['--port', '0'])
  const me = { KPI_USERNAME: 'demo', KPI_PASSWORD: 'demo' }
  const other = { KPI_OTHER_USERNAME: 'amina', KPI_OTHER_PASSWORD: 'amina' }
  Object.assign(process.env, me, other, { KPI_URL: address, KPI_IS_DEMO: 'true' })
  return stop
}

endAllOnSignal()
await runTask(async () => {
  const options = { demo: { type: 'boolean' } } as const
  const { values, positionals } = readOptions({ allowPositionals: true, options }, '--demo.')
  const stop = values.demo === true ? await startDemo() : undefined
  checkEnvironment()
  const args = ['test', '--config', 'e2e/live/playwright.config.ts', ...positionals]
  const { exitCode } = await runTool('@playwright/test', args, { show: true })
  stop?.()
  return exitCode
})
