import { beforeEach, describe, expect, it } from 'vitest'
import { type CreatedAssets, UnsafeWriteError, withWriteGuard } from './guard.ts'

const CREATED = 'aMadeByThisRunABCDEFGH'
const FOREIGN = 'aWasThereBeforeABCDEFG'

let sentUrls: string[]
let created: CreatedAssets

beforeEach(() => {
  sentUrls = []
  created = new Map([[CREATED, 'me']])
})

const send = async (method: string, path: string, body?: unknown) => {
  const isForm = body instanceof FormData
  const request = new Request(`https://kpi.example.org/${path}`, {
    method,
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    ...(body !== undefined && !isForm && { headers: { 'Content-Type': 'application/json' } }),
  })
  const transport = withWriteGuard(async ({ url }) => {
    sentUrls.push(url)
    return new Response()
  }, created)
  return transport(request)
}

const form = (fields: Record<string, string>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return body
}

describe('the write guard of a conformance run', () => {
  it.each([
    ['any GET request', 'GET', `api/v2/assets/${FOREIGN}/`, undefined],
    ['writes to a project of the run', 'PATCH', `api/v2/assets/${CREATED}/`, { name: 'x' }],
    ['new projects', 'POST', 'api/v2/assets/', { name: 'x' }],
    ['bulk actions on a project of the run', 'POST', 'api/v2/assets/bulk/', { payload: { asset_uids: [CREATED] } }],
    [
      'imports into a project of the run',
      'POST',
      'api/v2/imports/',
      form({ destination: `/api/v2/assets/${CREATED}/` }),
    ],
  ])('allows %s', async (_name, method, path, body) => {
    await send(method, path, body)
    expect(sentUrls).toHaveLength(1)
  })

  it.each([
    ['writes to another project', 'PATCH', `api/v2/assets/${FOREIGN}/`, { name: 'x' }],
    ['deleting another project', 'DELETE', `api/v2/assets/${FOREIGN}/`, undefined],
    [
      'bulk actions with an empty list',
      'POST',
      'api/v2/assets/bulk/',
      { payload: { asset_uids: [], action: 'delete' } },
    ],
    ['bulk actions without a list', 'POST', 'api/v2/assets/bulk/', { payload: { action: 'delete', confirm: true } }],
    [
      'bulk actions that also name another project',
      'POST',
      'api/v2/assets/bulk/',
      { payload: { asset_uids: [CREATED, FOREIGN] } },
    ],
    ['imports into another project', 'POST', 'api/v2/imports/', form({ destination: `/api/v2/assets/${FOREIGN}/` })],
    ['transfers of another project', 'POST', 'api/v2/project-ownership/invites/', { assets: [FOREIGN] }],
    ['submissions in JSON to another project', 'POST', 'submission', { id: FOREIGN }],
    ['deleting the API key', 'DELETE', 'token/', undefined],
    ['changing the account', 'PATCH', 'me/', { first_name: 'x' }],
  ])('refuses %s', async (_name, method, path, body) => {
    await expect(send(method, path, body)).rejects.toBeInstanceOf(UnsafeWriteError)
    expect(sentUrls).toEqual([])
  })
})
