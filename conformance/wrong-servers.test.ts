import { expect, it } from 'vitest'
import type { Transport } from '#/api/client.ts'
import { withSignIn } from '#/demo/sign-in/sign-in.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { groups } from './groups.ts'
import { openLab } from './lab/open-lab.ts'
import { runFact } from './run.ts'

// Each of these servers differs from a real one in one point that an earlier version of the facts did not detect.

type Body = Record<string, unknown>
type WrongServer = (server: Transport) => Transport

const bodyOf = async (request: Request) => (await request.clone().json()) as Body
const isData = ({ method, url }: Request) => method === 'GET' && new URL(url).pathname.endsWith('/data/')
const withQuery = (request: Request, change: (query: URLSearchParams) => void) => {
  const url = new URL(request.url)
  change(url.searchParams)
  return new Request(url, request)
}
const resultsOf = async (response: Response) => ((await response.clone().json()) as { results?: Body[] }).results

async function withResults(response: Response, change: (rows: Body[]) => Body[]) {
  const rows = await resultsOf(response)
  if (!rows) return response
  return Response.json({ ...((await response.json()) as Body), results: change(rows) }, { status: response.status })
}

const sendsUnrequestedStatuses: WrongServer = (server) => async (request) => {
  const response = await server(request.clone())
  if (!isData(request) || !new URL(request.url).searchParams.has('fields')) return response
  const unfiltered = await resultsOf(await server(withQuery(request, (query) => query.delete('fields'))))
  const status = new Map(unfiltered?.map((row) => [row['_id'], row['_validation_status']]))
  return withResults(response, (rows) =>
    rows.map((row) => ({ ...row, _validation_status: status.get(row['_id']) ?? {} })),
  )
}

const supportsEq: WrongServer = (server) => async (request) =>
  server(
    isData(request)
      ? withQuery(request, (query) => {
          const text = query.get('query')
          if (text !== null) query.set('query', text.replaceAll(/\{"\$eq":("[^"]*")\}/g, '$1'))
        })
      : request,
  )

const sortsMissingLast: WrongServer = (server) => async (request) => {
  const response = await server(request)
  const [field = '', direction] = Object.entries(
    JSON.parse(new URL(request.url).searchParams.get('sort') ?? '{}') as Record<string, number>,
  )[0] ?? ['']
  if (!isData(request) || direction !== 1) return response
  return withResults(response, (rows) => rows.toSorted((a, b) => Number(!(field in a)) - Number(!(field in b))))
}

const acceptsNumbers: WrongServer = (server) => async (request) => {
  if (request.method !== 'PATCH' || !request.url.endsWith('/data/bulk/')) return server(request)
  const { payload } = (await bodyOf(request)) as { payload: { data?: Body } | string }
  if (typeof payload === 'string' || !payload.data) return server(request)
  const data = Object.fromEntries(
    Object.entries(payload.data).map(([path, value]) => [path, typeof value === 'number' ? String(value) : value]),
  )
  const { url, headers } = request
  return server(new Request(url, { method: 'PATCH', headers, body: JSON.stringify({ payload: { ...payload, data } }) }))
}

/** Removing view_submissions keeps validate_submissions, which depends on it. */
const keepsDependentPermissions: WrongServer = (server) => async (request) => {
  if (request.method !== 'DELETE' || !/permission-assignments\/p\w+\/$/.test(request.url)) return server(request)
  const headers = new Headers(request.headers)
  const removed = (await (await server(new Request(request.url, { headers }))).json()) as {
    user: string
    permission: string
  }
  const response = await server(request)
  if (!removed.permission.includes('view_submissions')) return response
  headers.set('Content-Type', 'application/json')
  const body = JSON.stringify({ user: removed.user, permission: removed.permission.replace('view_', 'validate_') })
  await server(new Request(request.url.replace(/p\w+\/$/, ''), { method: 'POST', headers, body }))
  return response
}

it.each<[name: string, wrong: WrongServer, fact: string]>([
  ['sends statuses that were not requested', sendsUnrequestedStatuses, 'a status that is not in fields is sent as {}'],
  ['supports $eq', supportsEq, '$eq is not supported and matches nothing'],
  ['sorts missing answers last', sortsMissingLast, 'texts are sorted by code point, missing ones first'],
  ['accepts a number in a bulk edit', acceptsNumbers, 'a number as a value fails with 500'],
  [
    'keeps permissions that depend on a removed one',
    keepsDependentPermissions,
    'removing view_submissions removes what depends on it',
  ],
])('a server that %s is detected', async (_name, wrong, name) => {
  const transport = wrong(withSignIn(await createDemoTransport({ storage: 'memory', instantImports: true }), {}))
  const lab = await openLab({
    server: 'https://demo.kobo.invalid',
    transport,
    me: ['demo', 'demo'],
    other: ['yusuf', 'yusuf'],
    isDemo: true,
    signal: new AbortController().signal,
  })
  const fact = groups.flatMap(({ facts }) => facts).find((one) => one.name === name)
  expect(fact && (await runFact('', fact, lab)).outcome).toBe('fails')
})
