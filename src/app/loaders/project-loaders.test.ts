// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { queryClient } from '#/app/query-client.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { summaryLoader } from './project-loaders.ts'

const { household, draft } = DEMO_PROJECTS
let asked: string[]

/** Opens the address of a summary, and waits for the project and what follows it. */
async function open(uid: string) {
  const request = new Request(`https://app.example.org/#/projects/${uid}`)
  summaryLoader({
    params: { assetUid: uid },
    request,
    url: new URL(request.url),
    pattern: '',
    context: undefined,
  } as never)
  const client = queryClient()
  await client.fetchQuery(assetQueries.detail(uid))
  await vi.waitFor(() => expect(client.isFetching()).toBe(0))
}

beforeEach(async () => {
  asked = []
  const answer = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, async (request) => {
    asked.push(new URL(request.url).pathname.replace('/api/v2/assets/', ''))
    return answer(request)
  })
  connections.forgetAll()
  connections.use(DEMO_CONNECTION)
})

describe('opening the summary of a project', () => {
  it('asks a draft for no counts: it has none [1337]', async () => {
    await open(draft.uid)
    expect(asked).toEqual([`${draft.uid}/`])
  })

  it('asks for them where the project is deployed', async () => {
    await open(household.uid)
    expect(asked.toSorted()).toEqual([`${household.uid}/`, `${household.uid}/counts/`])
  })
})
