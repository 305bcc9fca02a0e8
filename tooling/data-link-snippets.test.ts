import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataAddresses, type Program, snippetOf } from '#/features/data-links/snippets.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { parseCsv } from '#/lib/spreadsheet/parse-csv.ts'
import { startKpi } from './demo-server.ts'
import { run, type RunningServer } from './processes.ts'

const { uid } = DEMO_PROJECTS.household
const ROWS = 1060

const isInstalled = async (program: string) => (await run(program, ['--version'])).exitCode === 0
const hasCurl = await isInstalled('curl')
const hasPython = await isInstalled('python3')

let server: RunningServer
let folder = ''
let settingUid = ''

beforeAll(async () => {
  server = await startKpi()
  folder = mkdtempSync(join(tmpdir(), 'fieldboard-links-'))
  const response = await fetch(`${server.address}/api/v2/assets/${uid}/export-settings/`, {
    headers: { Authorization: `Token ${DEMO_CONNECTION.auth.token}` },
  })
  settingUid = ((await response.json()) as { results: { uid: string }[] }).results[0]?.uid ?? ''
}, 60_000)

afterAll(() => {
  server.stop()
  rmSync(folder, { recursive: true })
})

const addresses = () => {
  const found = dataAddresses(server.address, uid, settingUid)
  if (!found) throw new Error('The demo has no saved settings')
  return found
}

/** Runs the text as it is shown, in an empty folder, with the key in the environment. */
const runShown = (program: Program, shell: [string, string]) =>
  run('sh', ['-c', `cd ${folder} && exec "$0" "$@"`, ...shell, snippetOf(program, addresses())], {
    env: { KOBO_KEY: DEMO_CONNECTION.auth.token },
    limit: 60,
  })

describe.skipIf(!hasCurl)('the commands for curl (skipped: curl is not installed)', () => {
  it('save all submissions as CSV', async () => {
    expect(await runShown('curl', ['sh', '-c'])).toEqual({ exitCode: 0, output: '' })
    const [headings = [], ...rows] = parseCsv(readFileSync(join(folder, 'submissions.csv'), 'utf8'))
    expect(headings).toContain('Village')
    expect(rows).toHaveLength(ROWS)
  })

  it('save submissions as JSON', async () => {
    expect(await runShown('json', ['sh', '-c'])).toEqual({ exitCode: 0, output: '' })
    const { count, results } = JSON.parse(readFileSync(join(folder, 'submissions.json'), 'utf8')) as {
      count: number
      results: unknown[]
    }
    expect(count).toBe(ROWS)
    expect(results).toHaveLength(1000)
  })

  it('read them with username and password as well, as Excel and Power BI do', async () => {
    const { output } = await run('curl', ['-sL', '-u', 'demo:demo', addresses().csv])
    expect(parseCsv(output)).toHaveLength(ROWS + 1)
  })

  it('fail without a key', async () => {
    const { exitCode } = await run('sh', ['-c', `cd ${folder} && ${snippetOf('curl', addresses())}`], {
      env: { KOBO_KEY: '' },
    })
    expect(exitCode).not.toBe(0)
  })

  it('read a public project without a key, by the address in the formula for Google Sheets', async () => {
    const found = dataAddresses(server.address, DEMO_PROJECTS.public.uid, await settingOf(DEMO_PROJECTS.public.uid))
    if (!found) throw new Error('The public project has no saved settings')
    const [, address = ''] = /^=IMPORTDATA\("([^"]+)", ";"\)$/.exec(snippetOf('sheets', found)) ?? []
    const { output } = await run('curl', ['-sL', address])
    expect(parseCsv(output).length).toBeGreaterThan(1000)
  })
})

const settingOf = async (assetUid: string) => {
  const response = await fetch(`${server.address}/api/v2/assets/${assetUid}/export-settings/`)
  return ((await response.json()) as { results: { uid: string }[] }).results[0]?.uid ?? ''
}

describe.skipIf(!hasPython)('the code for Python (skipped: python3 is not installed)', () => {
  it('reads all submissions', async () => {
    expect(await runShown('python', ['python3', '-c'])).toEqual({ exitCode: 0, output: `${ROWS}\n` })
  })
})

it('no code contains the key', () => {
  for (const program of ['excel', 'powerBi', 'sheets', 'r', 'python', 'curl', 'json'] as const)
    expect(snippetOf(program, addresses())).not.toContain(DEMO_CONNECTION.auth.token)
})

it.each([
  ['a setting', ['https://kf.example.org', uid, '$(touch x)']],
  ['a project', ['https://kf.example.org', 'a"; rm -rf ~; "', 'es1']],
  ['a server', ['https://kf.example.org/`id`$(id)', uid, 'es1']],
] as const)('a name of %s with code in it makes no command', (_, [address, assetUid, setting]) => {
  expect(dataAddresses(address, assetUid, setting)).toBeNull()
})
