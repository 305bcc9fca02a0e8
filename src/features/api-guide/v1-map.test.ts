import { beforeAll, expect, it } from 'vitest'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { openDemo } from '#/demo/test-client.ts'
import { curlOf, MOVED, searchMoved } from './v1-map.ts'

let demo: Awaited<ReturnType<typeof openDemo>>
beforeAll(async () => void (demo = await openDemo()))

/** Not in the demo yet; recordings 0144 and 0701. */
const ONLY_ON_SERVERS = new Set(['usage', 'exports'])

it.each(MOVED.filter(({ id }) => !ONLY_ON_SERVERS.has(id)))('the request of $id is answered', async ({ request }) => {
  const path = request.replace('ASSET_UID', DEMO_PROJECTS.household.uid).slice(1)
  expect(await demo.request(path)).toMatchObject({ status: 200 })
})

it.each(['project', 'account'] as const)('names fields that the answer of %s has', async (id) => {
  const moved = MOVED.find((resource) => resource.id === id)
  const path = moved?.request.replace('ASSET_UID', DEMO_PROJECTS.household.uid).slice(1) ?? ''
  const { body } = await demo.request(path)
  const first = (moved?.fields ?? []).flatMap(({ v2 }) => (v2 === null ? [] : [v2.split('.')[0] ?? '']))
  expect(Object.keys(body as object)).toEqual(expect.arrayContaining(first))
})

it('finds names of both versions, whatever their case', () => {
  expect(searchMoved('NUM_OF').map(({ id, fields }) => [id, fields.map(({ v2 }) => v2)])).toEqual([
    ['project', ['deployment__submission_count']],
  ])
  expect(searchMoved('owner__').map(({ id }) => id)).toEqual(['project'])
  expect(searchMoved(' ')).toHaveLength(MOVED.length)
  expect(searchMoved('no such name')).toEqual([])
})

it('leaves the key to a variable', () => {
  expect(curlOf('/me/', 'https://kobo.example.org')).toBe(
    'curl -H "Authorization: Token $KOBO_API_KEY" "https://kobo.example.org/me/"',
  )
})
