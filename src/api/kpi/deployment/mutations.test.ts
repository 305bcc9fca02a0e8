// @vitest-environment happy-dom
import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, kpiOf, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS, SENTINELS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { changeDeployment, type DeploymentChange } from './mutations.ts'
import { offeredActions, webFormUrl } from './offered-actions.ts'

let client: QueryClient
let answer: Transport
/** What was asked of the deployment. */
let writes: string[]

const read = async (uid: string) => client.fetchQuery({ ...assetQueries.detail(uid), staleTime: 0 })
const shown = (uid: string) => client.getQueryData(assetQueries.detail(uid).queryKey)
const change = async (uid: string, wish: DeploymentChange) =>
  new MutationObserver(client, changeDeployment(uid)).mutate(wish)
const publish = async (uid: string, action: 'deploy' | 'redeploy') =>
  change(uid, { action, versionId: (await read(uid)).version_id ?? '' })
/** As a colleague would, in another window. */
const rename = async (uid: string) =>
  kpiOf(client).patch(`api/v2/assets/${uid}/`, Asset, { body: { name: 'Another name' } })

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  answer = await createDemoTransport({ storage: 'memory' })
  writes = []
  setTransport(DEMO_CONNECTION.server, async (request) => {
    if (request.url.endsWith('/deployment/')) writes.push(`${request.method} ${await request.clone().text()}`)
    return answer(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})

describe('changeDeployment', () => {
  it('deploys, archives and unarchives, and offers the next action each time', async () => {
    const { uid } = DEMO_PROJECTS.draft
    const offered = async () => offeredActions(await read(uid))
    expect(await offered()).toEqual({ primary: 'deploy', more: [] })
    await publish(uid, 'deploy')
    expect(shown(uid)).toMatchObject({ deployment_status: 'deployed', deployed_version_id: shown(uid)?.version_id })
    expect(await offered()).toEqual({ more: ['redeploy', 'archive'] })
    await rename(uid)
    expect(unpublishedChanges(await read(uid))).toBe('name')
    expect(await offered()).toEqual({ primary: 'redeploy', more: ['archive'] })
    await publish(uid, 'redeploy')
    expect(unpublishedChanges(await read(uid))).toBe('none')
    await change(uid, { action: 'archive' })
    expect(await offered()).toEqual({ primary: 'unarchive', more: [] })
    await change(uid, { action: 'unarchive' })
    expect(await offered()).toEqual({ more: ['redeploy', 'archive'] })
    expect(writes).toEqual([
      'POST {"active":true}',
      `PATCH {"active":true,"version_id":"${shown(uid)?.version_id}"}`,
      'PATCH {"active":false}',
      'PATCH {"active":true}',
    ])
  })

  it('throws a conflict for a newer version than the user saw [0513]', async () => {
    const { uid } = DEMO_PROJECTS.questionsChanged
    const { version_id: versionId } = await read(uid)
    const renamed = await rename(uid)
    await expect(change(uid, { action: 'redeploy', versionId: versionId ?? '' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(writes).toEqual([])
    expect(shown(uid)).toMatchObject({ name: 'Another name', version_id: renamed.version_id })
  })

  it('throws a conflict if a colleague saved between our query and the write, which KPI answers with 500', async () => {
    const { uid } = DEMO_PROJECTS.household
    const whole = answer
    answer = async (request) => {
      const isWrite = request.method === 'PATCH' && request.url.endsWith('/deployment/')
      if (isWrite) await rename(uid)
      return whole(request)
    }
    await expect(publish(uid, 'redeploy')).rejects.toMatchObject({ kind: 'conflict' })
    expect(shown(uid)).toMatchObject({ name: 'Another name' })
  })

  it('does not deploy twice [0508]', async () => {
    const { uid } = DEMO_PROJECTS.draft
    const { version_id: versionId } = await read(uid)
    await publish(uid, 'deploy')
    await expect(change(uid, { action: 'deploy', versionId: versionId ?? '' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(writes).toHaveLength(1)
  })

  it('throws the server’s message if the form does not compile [0220-c]', async () => {
    const { uid, compileError } = SENTINELS.doesNotCompile
    await expect(publish(uid, 'deploy')).rejects.toMatchObject({ kind: 'rejected', message: compileError })
    expect((await read(uid)).deployment_status).toBe('draft')
  })

  it('fetches the project if the response was lost, and does not send the change again', async () => {
    const { uid } = DEMO_PROJECTS.draft
    const { version_id: versionId } = await read(uid)
    const whole = answer
    answer = async (request) => {
      const response = await whole(request)
      if (request.method === 'POST') throw new TypeError('Failed to fetch')
      return response
    }
    const deploy = async () => change(uid, { action: 'deploy', versionId: versionId ?? '' })
    await expect(deploy()).rejects.toMatchObject({ kind: 'offline' })
    await expect(deploy()).rejects.toMatchObject({ kind: 'conflict' })
    expect(shown(uid)).toMatchObject({ deployment_status: 'deployed' })
    expect(writes).toHaveLength(1)
  })

  it('offers no action to users with view permission only', async () => {
    expect(offeredActions(await read(DEMO_PROJECTS.viewOnly.uid))).toEqual({ more: [] })
  })
})

describe('webFormUrl', () => {
  it('is the server’s URL while the project accepts submissions', async () => {
    const asset = await read(DEMO_PROJECTS.household.uid)
    const links = { url: 'https://ee.example.org/91f39313', offline_url: 'https://ee.example.org/x/91f39313' }
    expect(webFormUrl({ ...asset, deployment__links: links })).toBe(links.offline_url)
    expect(webFormUrl({ ...asset, deployment__links: { url: links.url } })).toBe(links.url)
    expect(webFormUrl({ ...asset, deployment__links: links, deployment_status: 'archived' })).toBeUndefined()
  })

  it('is undefined while Enketo is down [0560], and for other schemes than http', async () => {
    const asset = await read(DEMO_PROJECTS.household.uid)
    expect(webFormUrl({ ...asset, deployment__links: {} })).toBeUndefined()
    expect(
      webFormUrl({ ...asset, deployment__links: { url: 'javascript://ee.example.org/%0Aalert(1)' } }),
    ).toBeUndefined()
  })
})
