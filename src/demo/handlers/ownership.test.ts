import { beforeEach, expect, it } from 'vitest'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { openDemo } from '#/demo/test-client.ts'

const { uid } = DEMO_PROJECTS.household
const INVITES = 'api/v2/project-ownership/invites/'
const tokenOf = (name: string) => DEMO_USERS.find(({ username }) => username === name)?.token ?? ''

let request: Awaited<ReturnType<typeof openDemo>>['request']
beforeEach(async () => {
  ;({ request } = await openDemo())
})

const invite = async (recipient: string, assets: unknown = [uid]) =>
  request(INVITES, { method: 'POST', body: { recipient: `/api/v2/users/${recipient}/`, assets } })
const answer = async (url: string, status: string, token?: string) =>
  request(new URL(url).pathname.slice(1), { method: 'PATCH', body: { status }, ...(token !== undefined && { token }) })

it('hands a project over when the recipient accepts; the former owner stays a manager [1360-1363, 2323]', async () => {
  const { status, body } = await invite('yusuf')
  expect(status).toBe(201)
  expect(body).toMatchObject({ status: 'pending', transfers: [{ status: 'pending' }] })
  const { url } = body as { url: string }
  expect((await request(`api/v2/assets/${uid}/`)).body).toMatchObject({
    owner__username: 'demo',
    project_ownership: { sender: 'demo', recipient: 'yusuf', status: 'pending' },
  })
  expect((await answer(url, 'accepted', tokenOf('yusuf'))).body).toMatchObject({ status: 'in_progress' })
  expect((await request(new URL(url).pathname.slice(1))).body).toMatchObject({ status: 'complete' })
  const { body: asset } = await request(`api/v2/assets/${uid}/`)
  expect(asset).toMatchObject({ owner__username: 'yusuf', project_ownership: { status: 'complete' } })
  const { effective_permissions: own } = asset as { effective_permissions: { codename: string }[] }
  expect(own.map(({ codename }) => codename)).toContain('manage_asset')
})

it.each([
  ['somebody of the same organization [2311]', 'amina', [uid], 'recipient'],
  ['a project of somebody else [2310]', 'yusuf', [DEMO_PROJECTS.viewOnly.uid], 'assets'],
])('refuses %s', async (_, recipient, assets, field) => {
  const { status, body } = await invite(recipient, assets)
  expect(status).toBe(400)
  expect(Object.keys(body as object)).toEqual([field])
})

it('refuses a second invite, the wrong side while it is open, and all once it is closed [2314, 2319]', async () => {
  const { url } = (await invite('yusuf')).body as { url: string }
  expect((await invite('h.qasim')).status).toBe(400)
  expect((await answer(url, 'cancelled', tokenOf('yusuf'))).status).toBe(403)
  expect((await answer(url, 'accepted')).status).toBe(403)
  expect((await answer(url, 'nonsense')).status).toBe(400)
  expect((await answer(url, 'cancelled')).body).toMatchObject({
    status: 'cancelled',
    transfers: [{ status: 'cancelled' }],
  })
  expect((await answer(url, 'cancelled')).status).toBe(400)
  expect((await answer(url, 'cancelled', tokenOf('yusuf'))).status).toBe(400)
  expect((await invite('h.qasim')).status).toBe(201)
})
