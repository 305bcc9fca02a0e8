import { beforeEach, expect, it, vi } from 'vitest'
import { OPEN_INVITE } from '#/demo/seed/organizations.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { openDemo } from '#/demo/test-client.ts'

const ORGANIZATION = `api/v2/organizations/${OPEN_INVITE.organization}/`
const INVITE = `${ORGANIZATION}invites/${OPEN_INVITE.guid}/`
const tokenOf = (name: string) => DEMO_USERS.find(({ username }) => username === name)?.token ?? ''
const INVITEE = tokenOf(OPEN_INVITE.invitee)
const ADMIN = tokenOf('amina')
const MEMBER = tokenOf('d_mutiso')

let request: Awaited<ReturnType<typeof openDemo>>['request']
beforeEach(async () => {
  ;({ request } = await openDemo())
})

const patch = async (body: object, token?: string) =>
  request(INVITE, { method: 'PATCH', body, ...(token !== undefined && { token }) })
const remove = async (path: string, token?: string) =>
  request(path, { method: 'DELETE', ...(token !== undefined && { token }) })
const namesOf = async () => {
  const { body } = await request(`${ORGANIZATION}members/`)
  return (body as { results: Record<string, unknown>[] }).results.flatMap(({ user__username: name }) => name ?? [])
}

it.each([
  ['an invitee who cancels', { status: 'cancelled' }, INVITEE, 400],
  ['an invitee who changes the role', { role: 'admin' }, INVITEE, 400],
  ['a status that is reserved', { status: 'pending' }, undefined, 400],
  ['a status that there is not', { status: 'nonsense' }, undefined, 400],
  ['an administrator who accepts for another', { status: 'accepted' }, undefined, 404],
  ['another member', { status: 'declined' }, MEMBER, 403],
  ['a stranger', { status: 'accepted' }, tokenOf('yusuf'), 404],
])('refuses %s', async (_, body, token, status) => {
  expect((await patch(body, token)).status).toBe(status)
})

it('sends an invite again after a quarter of an hour', async () => {
  const { status, body } = await patch({ status: 'resent' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 'pending' })
  const again = await patch({ status: 'resent' })
  expect(again.status).toBe(429)
  expect(again.body).toEqual({ detail: 'Invitation resent too quickly, wait for 15 minutes before retrying' })
  vi.useFakeTimers({ now: Date.now() + 15 * 60_000, toFake: ['Date'] })
  try {
    expect((await patch({ status: 'resent' })).status).toBe(200)
  } finally {
    vi.useRealTimers()
  }
})

it('changes the role until the invite is accepted, and then no more', async () => {
  expect((await patch({ role: 'admin' })).body).toMatchObject({ status: 'pending', invitee_role: 'admin' })
  expect((await patch({})).status).toBe(200)
  expect((await patch({ status: 'accepted' }, INVITEE)).status).toBe(200)
  expect((await request(`${ORGANIZATION}members/${OPEN_INVITE.invitee}/`)).body).toMatchObject({ role: 'admin' })
  expect((await patch({ role: 'member' })).status).toBe(400)
})

it.each(['cancelled', 'declined'])('lets an invitee accept an invite that is %s', async (status) => {
  expect((await patch({ status }, status === 'declined' ? INVITEE : ADMIN)).status).toBe(200)
  expect((await patch({ status: 'accepted' }, INVITEE)).body).toMatchObject({ status: 'accepted' })
  expect(await namesOf()).toContain(OPEN_INVITE.invitee)
  const { status: twice, body } = await patch({ status: 'accepted' }, INVITEE)
  expect(twice).toBe(403)
  expect(body).toEqual({ detail: 'Invite has already been accepted.' })
})

it('closes an invite that is deleted, for good', async () => {
  expect((await remove(INVITE, INVITEE)).status).toBe(404)
  expect((await remove(INVITE, MEMBER)).status).toBe(403)
  expect((await remove(INVITE, ADMIN)).status).toBe(204)
  expect((await remove(INVITE, ADMIN)).status).toBe(404)
  expect((await request(INVITE, { token: INVITEE })).status).toBe(404)
  expect((await patch({ status: 'accepted' }, INVITEE)).body).toEqual({
    detail: 'No OrganizationInvitation matches the given query.',
  })
})

it('lists members with the invite they accepted', async () => {
  const member = async () => {
    const { body } = await request(`${ORGANIZATION}members/`)
    return (body as { results: Record<string, unknown>[] }).results.find(
      ({ user__username: name }) => name === OPEN_INVITE.invitee,
    )
  }
  await patch({ status: 'accepted' }, INVITEE)
  expect(await member()).toMatchObject({ invite: { status: 'accepted', invitee: OPEN_INVITE.invitee } })
  await patch({ status: 'declined' }, INVITEE)
  expect(await member()).toMatchObject({ invite: null })
  expect((await request(`${ORGANIZATION}members/${OPEN_INVITE.invitee}/`)).body).toMatchObject({
    invite: { status: 'declined' },
  })
})

it('keeps the owner, whatever administrators ask', async () => {
  const owner = `${ORGANIZATION}members/demo/`
  const { status, body } = await request(owner, { method: 'PATCH', body: { role: 'member' }, token: ADMIN })
  expect(status).toBe(200)
  expect(body).toMatchObject({ role: 'member' })
  expect((await request(owner)).body).toMatchObject({ role: 'owner' })
  expect((await remove(owner, ADMIN)).status).toBe(500)
  expect(await namesOf()).toContain('demo')
})

it('takes a change of a member without a role', async () => {
  const { status, body } = await request(`${ORGANIZATION}members/amina/`, { method: 'PATCH', body: {} })
  expect(status).toBe(200)
  expect(body).toMatchObject({ role: 'admin' })
})

it.each(['me/', 'api/v2/service_usage/'])(
  'gives who was removed an organization when they ask for %s',
  async (path) => {
    const count = async () => {
      const { body } = await request('api/v2/organizations/', { token: MEMBER })
      return (body as { count: number }).count
    }
    expect((await remove(`${ORGANIZATION}members/d_mutiso/`)).status).toBe(204)
    expect(await count()).toBe(0)
    await request(path, { token: MEMBER })
    expect(await count()).toBe(1)
  },
)
