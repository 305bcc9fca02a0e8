// The main job against a real KPI, through `npm start -- --server`. `--demo` starts a demo server to be that KPI.
// What follows `--` goes to Playwright.
import { parseArgs } from 'node:util'
import { Failure, runTask } from './lib/fail.ts'
import { endAll, runTool, startServer } from './lib/processes.ts'
import { parseServer } from './lib/serve-options.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { demo: { type: 'boolean', default: false } },
})

function checkEnvironment() {
  const missing = ['KPI_URL', 'KPI_USERNAME', 'KPI_PASSWORD'].filter((name) => !process.env[name])
  if (missing.length > 0) {
    throw new Failure(
      `${missing.join(' and ')} missing in the environment: the address of a KPI, and an account on it.\n` +
        'With KPI_OTHER_USERNAME, the project is also shared with that person. `--demo` tries the demo server instead.',
    )
  }
  parseServer(process.env['KPI_URL'] ?? '')
}

async function startDemo() {
  const { address, stop } = await startServer('demo-server', ['--port', '0'])
  const account = { KPI_USERNAME: 'demo', KPI_PASSWORD: 'demo', KPI_OTHER_USERNAME: 'amina' }
  Object.assign(process.env, account, { KPI_URL: address })
  return stop
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endAll()
    process.exit(1)
  })
}

await runTask(async () => {
  const stop = values.demo ? await startDemo() : undefined
  checkEnvironment()
  const args = ['test', '--config', 'e2e/live/playwright.config.ts', ...positionals]
  const { exitCode } = await runTool('@playwright/test', args, { show: true })
  stop?.()
  return exitCode
})
