import { expect, it } from 'vitest'
import type { Transport } from '#/api/client.ts'
import { withFrontDoor } from '#/demo/sign-in/front-door.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { groups } from './groups.ts'
import { openLab } from './lab/open-lab.ts'
import { tryFact } from './run.ts'

// Each of these wrong servers was once taken for right. The suite must tell them from a real one, by name.

type Body = Record<string, unknown>
type Wrong = (server: Transport) => Transport

const bodyOf = async (request: Request) => (await request.clone().json()) as Body
const isData = ({ method, url }: Request) => method === 'GET' && new URL(url).pathname.endsWith('/data/')
const withQuery = (request: Request, change: (query: URLSearchParams) => void) => {
  const url = new URL(request.url)
  change(url.searchParams)
  return new Request(url, request)
}
const rowsOf = async (response: Response) => ((await response.clone().json()) as { results?: Body[] }).results

async function withRows(response: Response, change: (rows: Body[]) => Body[]) {
  const rows = await rowsOf(response)
  if (!rows) return response
  return Response.json({ ...((await response.json()) as Body), results: change(rows) }, { status: response.status })
}

const addsStatuses: Wrong = (server) => async (request) => {
  const response = await server(request.clone())
  if (!isData(request) || !new URL(request.url).searchParams.has('fields')) return response
  const whole = await rowsOf(await server(withQuery(request, (query) => query.delete('fields'))))
  const status = new Map(whole?.map((row) => [row['_id'], row['_validation_status']]))
  return withRows(response, (rows) => rows.map((row) => ({ ...row, _validation_status: status.get(row['_id']) ?? {} })))
}

const understandsEq: Wrong = (server) => async (request) =>
  server(
    isData(request)
      ? withQuery(request, (query) => {
          const text = query.get('query')
          if (text !== null) query.set('query', text.replaceAll(/\{"\$eq":("[^"]*")\}/g, '$1'))
        })
      : request,
  )

const sortsMissingLast: Wrong = (server) => async (request) => {
  const response = await server(request)
  const [field = '', direction] = Object.entries(
    JSON.parse(new URL(request.url).searchParams.get('sort') ?? '{}') as Record<string, number>,
  )[0] ?? ['']
  if (!isData(request) || direction !== 1) return response
  return withRows(response, (rows) => rows.toSorted((a, b) => Number(!(field in a)) - Number(!(field in b))))
}

const acceptsNumbers: Wrong = (server) => async (request) => {
  if (request.method !== 'PATCH' || !request.url.endsWith('/data/bulk/')) return server(request)
  const { payload } = (await bodyOf(request)) as { payload: { data?: Body } | string }
  if (typeof payload === 'string' || !payload.data) return server(request)
  const data = Object.fromEntries(
    Object.entries(payload.data).map(([path, value]) => [path, typeof value === 'number' ? String(value) : value]),
  )
  const { url, headers } = request
  return server(new Request(url, { method: 'PATCH', headers, body: JSON.stringify({ payload: { ...payload, data } }) }))
}

/** Taking view_submissions leaves validate_submissions, which needs it. */
const keepsImplying: Wrong = (server) => async (request) => {
  if (request.method !== 'DELETE' || !/permission-assignments\/p\w+\/$/.test(request.url)) return server(request)
  const headers = new Headers(request.headers)
  const taken = (await (await server(new Request(request.url, { headers }))).json()) as {
    user: string
    permission: string
  }
  const response = await server(request)
  if (!taken.permission.includes('view_submissions')) return response
  headers.set('Content-Type', 'application/json')
  const body = JSON.stringify({ user: taken.user, permission: taken.permission.replace('view_', 'validate_') })
  await server(new Request(request.url.replace(/p\w+\/$/, ''), { method: 'POST', headers, body }))
  return response
}

it.each<[name: string, wrong: Wrong, fact: string]>([
  [
    'adds statuses that were not asked for',
    addsStatuses,
    'a status that is not among the fields is {} although there is one',
  ],
  ['understands $eq', understandsEq, '$eq is not known: it finds nothing'],
  ['sorts missing answers last', sortsMissingLast, 'texts are sorted by code point, missing ones first'],
  ['accepts a number in a bulk edit', acceptsNumbers, 'a number as a value is a server fault'],
  ['keeps what needs a permission that is taken', keepsImplying, 'taking view_submissions takes what needs it'],
])('a server that %s is found out', async (_name, wrong, name) => {
  const transport = wrong(withFrontDoor(await createDemoTransport({ storage: 'memory' }), {}))
  const lab = await openLab({
    server: 'https://demo.kobo.invalid',
    transport,
    me: ['demo', 'demo'],
    other: ['yusuf', 'yusuf'],
    isDemo: true,
    signal: new AbortController().signal,
  })
  const fact = groups.flatMap(({ facts }) => facts).find((one) => one.name === name)
  expect(fact && (await tryFact('', fact, lab)).outcome).toBe('fails')
})
