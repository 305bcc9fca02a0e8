import { beforeEach, describe, expect, it } from 'vitest'
import { openDemo } from './asked-in-tests.ts'
import { DEMO_PROJECTS } from './sentinels.ts'

const project = `api/v2/assets/${DEMO_PROJECTS.public.uid}/`

let ask: Awaited<ReturnType<typeof openDemo>>['ask']
beforeEach(async () => void ({ ask } = await openDemo()))

async function entries(q = '') {
  const { body } = await ask(`${project}history/?${new URLSearchParams({ q })}`)
  return (body as { results: { action: string; username: string }[] }).results
}
const countOf = async (q: string) => (await entries(q)).length

describe("a project's history", () => {
  it('has a line for each list of submissions that was read, of nobody as well [2001]', async () => {
    await ask(`${project}data/?limit=1`)
    await ask(`${project}data/?fields=["_id"]&query={"_id":1}`)
    await ask(`${project}data/`, { token: null })
    expect((await entries()).map(({ action, username }) => [action, username])).toEqual([
      ['view-data', 'AnonymousUser'],
      ['view-data', 'demo'],
      ['view-data', 'demo'],
    ])
    expect(await countOf('user__username:AnonymousUser')).toBe(1)
  })

  it('has none for anything else that is read, nor for what failed', async () => {
    const { body } = await ask(`${project}data/?limit=1`)
    const [row] = (body as { results: { _id: number }[] }).results
    for (const path of ['', 'counts/', `data/${row?._id}/`, 'data/?limit=0', 'history/']) await ask(project + path)
    await ask(`${project}data/`, { method: 'HEAD' })
    expect(await countOf('action:view-data')).toBe(1)
  })

  it('can leave the reading out [2002]', async () => {
    await ask(`${project}data/`)
    const settings = { fieldboard: { v: 1 } }
    await ask(project, { method: 'PATCH', body: { settings } })
    expect(await entries('NOT action:view-data')).toMatchObject([
      { action: 'update-settings', metadata: { settings: { fieldboard: { new: { v: 1 }, old: null } } } },
    ])
    expect((await ask(`${project}history/actions/`)).body).toEqual({ actions: ['update-settings', 'view-data'] })
  })
})
