// Tests the facts that the app relies on: `npm run conformance` on the demo, `-- --server URL` on any other server.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withSignIn } from '#/demo/sign-in/sign-in.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { groups } from '../conformance/groups.ts'
import type { Lab } from '../conformance/lab/lab.ts'
import { openLab } from '../conformance/lab/open-lab.ts'
import { failureLine, summary } from '../conformance/report.ts'
import { type FactResult, runFacts } from '../conformance/run.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { serveHttp } from '../tooling/http-server.ts'
import { readOptions } from '../tooling/options.ts'
import { parseServer } from '../tooling/serve-options.ts'

const OPTIONS = '--server URL, --json FILE.'

type Credentials = readonly [username: string, password: string]

/** Accounts from the environment: one is required, a second one allows facts about two users. */
function accountsFromEnvironment(): { me: Credentials; other: Credentials | undefined } {
  const { KPI_USERNAME, KPI_PASSWORD, KPI_OTHER_USERNAME, KPI_OTHER_PASSWORD } = process.env
  if (!KPI_USERNAME || !KPI_PASSWORD) {
    throw new Failure(
      'KPI_USERNAME and KPI_PASSWORD are missing in the environment: an account on the server.\n' +
        'With KPI_OTHER_USERNAME and KPI_OTHER_PASSWORD, facts about two users are tested too.',
    )
  }
  return {
    me: [KPI_USERNAME, KPI_PASSWORD],
    other: KPI_OTHER_USERNAME && KPI_OTHER_PASSWORD ? [KPI_OTHER_USERNAME, KPI_OTHER_PASSWORD] : undefined,
  }
}

/** The demo over HTTP, in this process. */
async function startDemo() {
  const demo = withSignIn(await createDemoTransport({ storage: 'memory', instantImports: true }), {})
  return serveHttp(demo)
}

async function openServer(url: string | undefined, signal: AbortSignal) {
  if (url !== undefined) {
    const server = parseServer(url).href.replace(/\/$/, '')
    const lab = await openLab({
      server,
      transport: (request) => fetch(request),
      ...accountsFromEnvironment(),
      isDemo: false,
      signal,
    })
    return { lab, stop: () => undefined }
  }
  const { address, stop } = await startDemo()
  const accounts = { me: ['demo', 'demo'], other: ['yusuf', 'yusuf'] } as const
  return {
    lab: await openLab({ server: address, transport: (request) => fetch(request), ...accounts, isDemo: true, signal }),
    stop,
  }
}

/** Deletes what the run created, and prints what could not be deleted. */
async function cleanUp(lab: Lab) {
  const remaining = await lab.cleanUp()
  if (remaining.length > 0) console.log(`Could not be deleted, please delete manually: ${remaining.join(', ')}`)
  return remaining.length === 0
}

await runTask(async () => {
  const options = { server: { type: 'string' }, json: { type: 'string' } } as const
  const { values } = readOptions({ options }, OPTIONS)
  const url = values.server ?? process.env['KPI_URL']
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => interruption.abort(new Failure('Interrupted. The created projects were deleted.')))
  }

  const { lab, stop } = await openServer(url, interruption.signal)
  const results: FactResult[] = []
  let isClean: boolean
  try {
    await runFacts(groups, lab, (result) => {
      results.push(result)
      if (result.outcome === 'fails') console.log(failureLine(result))
    })
  } finally {
    isClean = await cleanUp(lab)
    stop()
  }
  console.log(summary(results))
  if (values.json !== undefined) {
    writeFileSync(resolve(process.env['INIT_CWD'] ?? '', values.json), `${JSON.stringify(results, null, 2)}\n`)
  }
  return isClean && results.every(({ outcome }) => outcome !== 'fails') ? 0 : 1
})
process.exit() // the API layer listens for other tabs, which would keep the process alive
