// @vitest-environment happy-dom
import { utils, write } from '@e965/xlsx'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindCache, kpiOf, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { Page } from '#/api/pagination.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { readTrialDrafts } from './trial-drafts.ts'
import { accountOf, CannotTell, deleteTrialDraft, tryDeployment, type TrialStep } from './trial.ts'

let client: QueryClient
let answer: Transport
/** What is sent, except for queries of the import. */
let sent: string[]
let steps: TrialStep[]
/** Answers in place of the server. */
let instead: (request: Request) => Promise<Response> | undefined
let cancel: AbortController

type Sheets = Record<string, string[][]>
const SOUND: Sheets = { survey: [['type', 'name', 'label'], ['text', 'a', 'A']] } // prettier-ignore

function form(sheets: Sheets = SOUND) {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  return new File([write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], 'form.xlsx')
}

const trial = (file = form(), hasOwnName = true, name = 'Trial x7') =>
  tryDeployment(client, {
    file,
    name,
    hasOwnName,
    signal: cancel.signal,
    onStep: (step) => steps.push(step),
    pause: (time) => new Promise((done) => void setTimeout(done, Math.min(time, 300))),
  })
const projects = async () => {
  const { results } = await kpiOf(client).get('api/v2/assets/', Page(AssetListItem), {
    query: { q: 'asset_type:survey', limit: 200 },
  })
  return results.map(({ name }) => name)
}
const drafts = () => readTrialDrafts(accountOf(client))
const isDeletion = ({ method }: Request) => method === 'DELETE'

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  answer = await createDemoTransport({ storage: 'memory' })
  sent = []
  steps = []
  cancel = new AbortController()
  instead = () => undefined
  setTransport(DEMO_CONNECTION.server, async (request) => {
    const path = new URL(request.url).pathname.replace(/\/[ai]\w{21,}/, '/…')
    if (request.method !== 'GET') sent.push(`${request.method} ${path}`)
    return instead(request) ?? answer(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})
afterEach(() => connections.forgetAll())

const ALL = ['POST /api/v2/imports/', 'POST /api/v2/assets/…/deployment/', 'DELETE /api/v2/assets/…/']

describe('a trial deployment', () => {
  it('says that a form deploys, and leaves nothing', async () => {
    const before = await projects()
    expect(await trial()).toEqual({ verdict: { is: 'deploys' }, isLeft: false })
    expect(sent).toEqual(ALL)
    expect(steps).toEqual(['creating', 'deploying', 'deleting'])
    expect(await projects()).toEqual(before)
    expect(drafts()).toEqual([])
  })

  it('gives the server’s words for one that does not [0220-c], and leaves nothing', async () => {
    const before = await projects()
    const broken = form({
      survey: [['type', 'name', 'label'], ['select_one nowhere', 'a', 'A']],
      choices: [['list_name', 'name', 'label'], ['yes_no', 'yes', 'Yes']],
    }) // prettier-ignore
    const { verdict, isLeft } = await trial(broken)
    expect(verdict).toMatchObject({ is: 'refused', message: expect.stringContaining('nowhere') as string })
    expect(isLeft).toBe(false)
    expect(sent).toEqual(ALL)
    expect(await projects()).toEqual(before)
  })

  it('gives the server’s words for one that it cannot import [0220-b]', async () => {
    const broken = form({ survey: [['type', 'name', 'label'], ['texxt', 'a', 'A']] }) // prettier-ignore
    expect(await trial(broken)).toEqual({
      verdict: { is: 'notImported', message: "unknown type ['texxt']" },
      isLeft: false,
    })
    expect(sent).toEqual(['POST /api/v2/imports/'])
  })

  it('deletes what it made when it is cancelled', async () => {
    const before = await projects()
    instead = ({ method }) => {
      if (method === 'POST') cancel.abort()
      return undefined
    }
    expect(await trial()).toEqual({ verdict: { is: 'stopped' }, isLeft: false })
    expect(sent).toEqual(['POST /api/v2/imports/', 'DELETE /api/v2/assets/…/'])
    expect(await projects()).toEqual(before)
  })

  it('deletes what it made when deploying has no answer', async () => {
    const before = await projects()
    instead = (request) =>
      request.url.endsWith('/deployment/')
        ? answer(request).then(() => Promise.reject(new TypeError('Failed to fetch')))
        : undefined
    expect(await trial()).toMatchObject({ verdict: { is: 'unknown', error: { kind: 'offline' } }, isLeft: false })
    expect(await projects()).toEqual(before)
  })

  it('finds and deletes what an upload without an answer made', async () => {
    const before = await projects()
    instead = (request) =>
      request.url.endsWith('/imports/')
        ? answer(request).then(() => Promise.reject(new TypeError('Failed to fetch')))
        : undefined
    expect(await trial()).toMatchObject({ verdict: { is: 'unknown' }, isLeft: false })
    expect(sent).toEqual(['POST /api/v2/imports/', 'DELETE /api/v2/assets/…/'])
    expect(await projects()).toEqual(before)
  })

  it('deletes nothing that it cannot tell from another project of the same name', async () => {
    instead = (request) =>
      request.url.endsWith('/imports/')
        ? answer(request).then(() => Promise.reject(new TypeError('Failed to fetch')))
        : undefined
    expect(await trial(form(), false)).toMatchObject({ isLeft: true })
    expect(sent).toEqual(['POST /api/v2/imports/'])
    const [left] = drafts()
    if (!left) throw new Error('nothing is remembered')
    await expect(deleteTrialDraft(client, left)).rejects.toBeInstanceOf(CannotTell)
  })

  it('looks for nothing where the server refused the upload', async () => {
    instead = (request) =>
      request.url.endsWith('/imports/') ? Promise.resolve(Response.json({ detail: 'No.' }, { status: 403 })) : undefined
    expect(await trial()).toMatchObject({ verdict: { is: 'unknown', error: { kind: 'forbidden' } }, isLeft: false })
    expect(drafts()).toEqual([])
  })

  it('deploys nothing that anyone can see', async () => {
    instead = (request) => {
      if (request.method !== 'GET' || !/assets\/a\w+\/$/.test(request.url)) return undefined
      return answer(request).then(async (response) => {
        const asset = (await response.json()) as { permissions: object[] }
        const anyone = {
          url: `${DEMO_CONNECTION.server}/api/v2/assets/a/permission-assignments/p1/`,
          user: `${DEMO_CONNECTION.server}/api/v2/users/AnonymousUser/`,
          permission: `${DEMO_CONNECTION.server}/api/v2/permissions/view_asset/`,
        }
        return Response.json({ ...asset, permissions: [...asset.permissions, anyone] })
      })
    }
    expect(await trial()).toEqual({ verdict: { is: 'public' }, isLeft: false })
    expect(sent).toEqual(['POST /api/v2/imports/', 'DELETE /api/v2/assets/…/'])
  })
})

describe('what is left', () => {
  it('is remembered where it cannot be deleted, and deleted later', async () => {
    const before = await projects()
    instead = (request) => (isDeletion(request) ? Promise.reject(new TypeError('Failed to fetch')) : undefined)
    expect(await trial()).toEqual({ verdict: { is: 'deploys' }, isLeft: true })
    expect(drafts()).toMatchObject([{ name: 'Trial x7' }])
    expect(await projects()).toContain('Trial x7')
    instead = () => undefined
    const [left] = drafts()
    if (left) await deleteTrialDraft(client, left)
    expect(drafts()).toEqual([])
    expect(await projects()).toEqual(before)
  })

  it('is remembered before anything is sent, so that a tab that is closed leaves a trace', async () => {
    const remembered: unknown[] = []
    instead = ({ method }) => {
      if (method !== 'GET') remembered.push(...drafts())
      return undefined
    }
    await trial()
    expect(sent).toEqual(ALL)
    const isKnown = (uid: 'importUid' | 'assetUid') => ({ [uid]: expect.any(String) as string })
    expect(remembered).toMatchObject([{ name: 'Trial x7', hasOwnName: true }, isKnown('assetUid'), isKnown('assetUid')])
  })
})
