import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, kpiOf, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { bringBackVersion } from './mutations.ts'

const { uid } = DEMO_PROJECTS.twoVersions
let client: QueryClient

const read = async () => client.fetchQuery({ ...assetQueries.detail(uid), staleTime: 0 })
const first = (asset: Asset) => {
  const version = asset.deployed_versions.results.at(-1)
  if (!version) throw new Error('No version in the demo')
  return { versionUid: version.uid, contentHash: version.content_hash }
}
const bringBack = async (seenVersion: string | null, asset: Asset) =>
  new MutationObserver(client, bringBackVersion(uid)).mutate({ ...first(asset), seenVersion })

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  setTransport(DEMO_CONNECTION.server, await createDemoTransport({ storage: 'memory' }))
  bindCache(client, connections.use(DEMO_CONNECTION))
})

describe('bringBackVersion', () => {
  it('makes a new version with the same questions, and deploys nothing [0534]', async () => {
    const before = await read()
    const after = await bringBack(before.version_id, before)
    expect(after).toMatchObject({
      name: before.name,
      deployed_version_id: before.deployed_version_id,
      version__content_hash: first(before).contentHash,
    })
    expect(after.version_id).not.toBe(before.version_id)
    // Again, as after a lost response.
    expect((await bringBack(before.version_id, before)).version_id).toBe(after.version_id)
  })

  it('throws a conflict if a colleague saved a version meanwhile', async () => {
    const before = await read()
    await kpiOf(client).patch(`api/v2/assets/${uid}/`, Asset, { body: { name: 'Another name' } })
    await expect(bringBack(before.version_id, before)).rejects.toMatchObject({ kind: 'conflict' })
    expect((await read()).version__content_hash).toBe(before.version__content_hash)
  })
})
