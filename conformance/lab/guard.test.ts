import { beforeEach, describe, expect, it } from 'vitest'
import { guarded, type MadeAssets, UnsafeWrite } from './guard.ts'

const MINE = 'aMadeByThisRunABCDEFGH'
const FOREIGN = 'aWasThereBeforeABCDEFG'

let sent: string[]
let made: MadeAssets

beforeEach(() => {
  sent = []
  made = new Map([[MINE, 'me']])
})

const ask = async (method: string, path: string, body?: unknown) => {
  const isForm = body instanceof FormData
  const request = new Request(`https://kpi.example.org/${path}`, {
    method,
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    ...(body !== undefined && !isForm && { headers: { 'Content-Type': 'application/json' } }),
  })
  const transport = guarded(async ({ url }) => {
    sent.push(url)
    return new Response()
  }, made)
  return transport(request)
}

const form = (fields: Record<string, string>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return body
}

describe('the guard of a conformance run', () => {
  it.each([
    ['reads of anything', 'GET', `api/v2/assets/${FOREIGN}/`, undefined],
    ['writes to what the run made', 'PATCH', `api/v2/assets/${MINE}/`, { name: 'x' }],
    ['new projects', 'POST', 'api/v2/assets/', { name: 'x' }],
    ['bulk actions on what the run made', 'POST', 'api/v2/assets/bulk/', { payload: { asset_uids: [MINE] } }],
    ['imports into what the run made', 'POST', 'api/v2/imports/', form({ destination: `/api/v2/assets/${MINE}/` })],
  ])('lets %s pass', async (_name, method, path, body) => {
    await ask(method, path, body)
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['writes to another project', 'PATCH', `api/v2/assets/${FOREIGN}/`, { name: 'x' }],
    ['deleting another project', 'DELETE', `api/v2/assets/${FOREIGN}/`, undefined],
    [
      'bulk actions that name nothing',
      'POST',
      'api/v2/assets/bulk/',
      { payload: { asset_uids: [], action: 'delete' } },
    ],
    ['bulk actions without a list', 'POST', 'api/v2/assets/bulk/', { payload: { action: 'delete', confirm: true } }],
    [
      'bulk actions that name another project too',
      'POST',
      'api/v2/assets/bulk/',
      { payload: { asset_uids: [MINE, FOREIGN] } },
    ],
    ['imports into another project', 'POST', 'api/v2/imports/', form({ destination: `/api/v2/assets/${FOREIGN}/` })],
    ['handing over another project', 'POST', 'api/v2/project-ownership/invites/', { assets: [FOREIGN] }],
    ['submissions in JSON to another project', 'POST', 'submission', { id: FOREIGN }],
    ['deleting the key', 'DELETE', 'token/', undefined],
    ['changing the account', 'PATCH', 'me/', { first_name: 'x' }],
  ])('refuses %s', async (_name, method, path, body) => {
    await expect(ask(method, path, body)).rejects.toBeInstanceOf(UnsafeWrite)
    expect(sent).toEqual([])
  })
})
