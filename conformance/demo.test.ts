import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withFrontDoor } from '#/demo/sign-in/front-door.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { serveHttp } from '../tooling/http-server.ts'
import { groups } from './groups.ts'
import type { Lab } from './lab/lab.ts'
import { openLab } from './lab/open-lab.ts'
import { failureLine } from './report.ts'
import { tryFact } from './run.ts'

const demo = async (): Promise<Transport> => withFrontDoor(await createDemoTransport({ storage: 'memory' }), {})

interface Site {
  server: string
  transport: Transport
  stop: () => void
}

const SITES: [name: string, open: () => Promise<Site>][] = [
  ['in process', async () => ({ server: 'https://demo.kobo.invalid', transport: await demo(), stop: () => undefined })],
  [
    'over HTTP',
    async () => {
      const { address, stop } = await serveHttp(await demo())
      return { server: address, transport: (request) => fetch(request), stop }
    },
  ],
]

describe.each(SITES)('the demo, %s', (_name, open) => {
  let site: Site
  let lab: Lab

  beforeAll(async () => {
    site = await open()
    lab = await openLab({
      ...site,
      me: ['demo', 'demo'],
      other: ['yusuf', 'yusuf'],
      isDemo: true,
      signal: new AbortController().signal,
    })
  })
  afterAll(() => site.stop())

  describe.each(groups)('$name', ({ name: group, facts }) => {
    it.each(facts.map((fact) => [fact.name, fact] as const))('%s', async (_title, fact) => {
      const result = await tryFact(group, fact, lab)
      expect(result.outcome === 'fails' ? failureLine(result) : '').toBe('')
    })
  })

  it('is left without anything that the run made', async () => {
    expect(await lab.cleanUp()).toEqual([])
    const { body } = await lab.me.ask('GET', 'api/v2/assets/', {
      query: { q: 'name__icontains:"fieldboard-conformance"' },
    })
    expect(body).toMatchObject({ count: 0 })
  })
})

it('each fact has a name of its own, and a source', () => {
  const facts = groups.flatMap((group) => group.facts.map((fact) => ({ ...fact, name: `${group.name}: ${fact.name}` })))
  expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length)
  expect(facts.filter(({ source }) => source.length === 0)).toEqual([])
})
