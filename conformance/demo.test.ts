import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withSignIn } from '#/demo/sign-in/sign-in.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { serveHttp } from '../tooling/http-server.ts'
import { groups } from './groups.ts'
import type { Lab } from './lab/lab.ts'
import { openLab } from './lab/open-lab.ts'
import { failureLine } from './report.ts'
import { runFact } from './run.ts'

const demo = async (): Promise<Transport> =>
  withSignIn(await createDemoTransport({ storage: 'memory', instantImports: true }), {})

interface DemoServer {
  server: string
  transport: Transport
  stop: () => void
}

const SERVERS: [name: string, open: () => Promise<DemoServer>][] = [
  ['in process', async () => ({ server: 'https://demo.kobo.invalid', transport: await demo(), stop: () => undefined })],
  [
    'over HTTP',
    async () => {
      const { address, stop } = await serveHttp(await demo())
      return { server: address, transport: (request) => fetch(request), stop }
    },
  ],
]

describe.each(SERVERS)('the demo, %s', (_name, open) => {
  let server: DemoServer
  let lab: Lab

  beforeAll(async () => {
    server = await open()
    lab = await openLab({
      ...server,
      me: ['demo', 'demo'],
      other: ['yusuf', 'yusuf'],
      isDemo: true,
      signal: new AbortController().signal,
    })
  })
  afterAll(() => server.stop())

  describe.each(groups)('$name', ({ name: group, facts }) => {
    it.each(facts.map((fact) => [fact.name, fact] as const))('%s', async (_title, fact) => {
      const result = await runFact(group, fact, lab)
      expect(result.outcome === 'fails' ? failureLine(result) : '').toBe('')
    })
  })

  it('contains nothing of the run after the clean-up', async () => {
    expect(await lab.cleanUp()).toEqual([])
    const { body } = await lab.me.request('GET', 'api/v2/assets/', {
      query: { q: 'name__icontains:"fieldboard-conformance"' },
    })
    expect(body).toMatchObject({ count: 0 })
  })
})

it('each fact has a unique name and a source', () => {
  const facts = groups.flatMap((group) => group.facts.map((fact) => ({ ...fact, name: `${group.name}: ${fact.name}` })))
  expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length)
  expect(facts.filter(({ source }) => source.length === 0)).toEqual([])
})
