import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { userQueries } from './queries.ts'

const SERVER = 'https://kf.example.org'

describe('userQueries.byName', () => {
  const asked: string[] = []
  let client: QueryClient
  const ask = (name: string, response: () => Response) => {
    setTransport(SERVER, async ({ url }) => {
      asked.push(new URL(url).pathname)
      return response()
    })
    return client.query({ ...userQueries.byName(name), retry: false })
  }

  beforeEach(() => {
    asked.length = 0
    client = new QueryClient()
    bindCache(
      client,
      connections.use({ kind: 'kpi', server: SERVER, username: 'alice', auth: { scheme: 'key', token: 'key' } }),
    )
  })

  it('returns the server’s spelling of the username', async () => {
    const user = await ask('bob', () => Response.json({ username: 'bob', date_joined: '2026-11-21T01:49:23Z' }))
    expect(user).toEqual({ username: 'bob' })
    expect(asked).toEqual(['/api/v2/users/bob/'])
  })

  it('returns null for an unknown username [0132]', async () => {
    const detail = 'No User matches the given query.'
    expect(await ask('nobody', () => Response.json({ detail }, { status: 404 }))).toBeNull()
  })

  it('throws other errors', async () => {
    const refused = ask('bob', () => Response.json({ detail: 'Invalid token.' }, { status: 401 }))
    await expect(refused).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('encodes the username', async () => {
    await ask('a/b?c', () => Response.json({}, { status: 404 }))
    expect(asked).toEqual(['/api/v2/users/a%2Fb%3Fc/'])
  })
})
