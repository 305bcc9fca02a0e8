// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setTransport } from './client.ts'
import { connections } from './connection.ts'
import { diagnoseFailure } from './diagnose-failure.ts'

let count = 0
/** A server of its own for each case: what was found out holds for a while. */
function serverThat(answers: (request: Request) => boolean) {
  count += 1
  const server = `https://kf${count}.example.org`
  const asked: string[] = []
  setTransport(server, async (request) => {
    asked.push(`${request.mode} ${new URL(request.url).pathname}`)
    if (!answers(request)) throw new TypeError('Failed to fetch')
    return new Response('', { status: 401 })
  })
  return { server, asked, file: new URL(`${server}/attachments/1/`) }
}

afterEach(() => {
  connections.forgetAll()
  vi.useRealTimers()
})

describe('diagnoseFailure', () => {
  it('is "offline" if nothing responds', async () => {
    expect(await diagnoseFailure('offline', serverThat(() => false).server, false)).toBe('offline')
  })

  it('is "not-allowed" if only a request without CORS gets a response', async () => {
    const { server } = serverThat(({ mode }) => mode === 'no-cors')
    expect(await diagnoseFailure('offline', server, false)).toBe('not-allowed')
  })

  it('is "offline" if the site is allowed', async () => {
    const { server, asked } = serverThat(() => true)
    expect(await diagnoseFailure('offline', server, false)).toBe('offline')
    expect(asked).toEqual(['cors /token/'])
  })

  it('is "file-not-allowed" if the API responds with CORS, and the file without', async () => {
    const { server, file } = serverThat(() => true)
    expect(await diagnoseFailure('offline', server, file)).toBe('file-not-allowed')
    const cut = serverThat(({ url }) => !url.includes('attachments'))
    expect(await diagnoseFailure('offline', cut.server, cut.file)).toBe('offline')
  })

  it('probes once for failures at the same time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { server, asked, file } = serverThat(() => true)
    await Promise.all([1, 2, 3].map(async () => diagnoseFailure('offline', server, file)))
    expect(asked).toHaveLength(2)
    vi.setSystemTime(Date.now() + 6000)
    await diagnoseFailure('offline', server, file)
    expect(asked).toHaveLength(4)
  })

  it('does not probe if CORS does not apply', async () => {
    const { server, asked } = serverThat(() => true)
    expect(await diagnoseFailure('no-network', server, false)).toBe('no-network')
    expect(await diagnoseFailure('offline', location.origin, false)).toBe('offline')
    connections.use({ kind: 'demo', server, username: 'demo', auth: { scheme: 'key', token: 'k' } })
    expect(await diagnoseFailure('offline', server, false)).toBe('offline')
    expect(asked).toEqual([])
  })
})
