import { beforeEach, expect, it } from 'vitest'
import { openDemo } from '#/demo/test-client.ts'

let request: Awaited<ReturnType<typeof openDemo>>['request']
beforeEach(async () => {
  ;({ request } = await openDemo())
})

const BY_PASSWORD = { token: null, headers: { Authorization: `Basic ${btoa('demo:demo')}` } }

it('gives the key that there is, and makes one where there is none', async () => {
  const { body: known } = await request('token/')
  expect(await request('token/', { method: 'POST' })).toMatchObject({ status: 200, body: known })
  expect((await request('token/', { method: 'DELETE' })).status).toBe(204)
  const { status, body } = await request('token/', { method: 'POST', ...BY_PASSWORD })
  expect(status).toBe(201)
  expect(body).not.toEqual(known)
  expect((await request('token/', BY_PASSWORD)).body).toEqual(body)
})

it.each<[string, object, object]>([
  ['details that are text', { extra_details: 'text' }, { extra_details: ['Unable to parse JSON'] }],
  ['details that are a list', { extra_details: [] }, { extra_details: ['Unable to parse JSON'] }],
  ['no details', { extra_details: null }, { extra_details: ['This field may not be null.'] }],
  ['an empty name', { extra_details: { name: '' } }, { extra_details: { name: 'This field may not be blank.' } }],
  ['no name', { extra_details: { name: null } }, { extra_details: { name: 'This field may not be blank.' } }],
  [
    'a first name that is too long',
    { first_name: 'x'.repeat(151) },
    { first_name: ['Ensure this field has no more than 150 characters.'] },
  ],
])('refuses %s', async (_, body, problem) => {
  const { body: before } = await request('me/')
  expect(await request('me/', { method: 'PATCH', body })).toMatchObject({ status: 400, body: problem })
  const { body: after } = await request('me/')
  expect(after).toMatchObject({ extra_details: (before as { extra_details: object }).extra_details })
})

it('changes names, and what the details hold', async () => {
  const body = { first_name: 'x'.repeat(150), extra_details: { sector: 'Health' } }
  expect(await request('me/', { method: 'PATCH', body })).toMatchObject({ status: 200, body })
})
