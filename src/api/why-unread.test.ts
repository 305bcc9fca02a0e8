import { afterEach, describe, expect, it, vi } from 'vitest'
import { setTransport } from './client.ts'
import { connections } from './connection.ts'
import { whyUnread } from './why-unread.ts'

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

describe('why no answer could be read', () => {
  it('is the network where nothing answers', async () => {
    expect(await whyUnread('offline', serverThat(() => false).server, false)).toBe('offline')
  })

  it('is that the site is not allowed where only an answer that nobody reads comes', async () => {
    const { server } = serverThat(({ mode }) => mode === 'no-cors')
    expect(await whyUnread('offline', server, false)).toBe('not-allowed')
  })

  it('is the network where the site is allowed', async () => {
    const { server, asked } = serverThat(() => true)
    expect(await whyUnread('offline', server, false)).toBe('offline')
    expect(asked).toEqual(['cors /token/'])
  })

  it('is of the file where all else may be read, and the file is there', async () => {
    const { server, file } = serverThat(() => true)
    expect(await whyUnread('offline', server, file)).toBe('file-not-allowed')
    const cut = serverThat(({ url }) => !url.includes('attachments'))
    expect(await whyUnread('offline', cut.server, cut.file)).toBe('offline')
  })

  it('is found out once for all that fails at the same time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { server, asked, file } = serverThat(() => true)
    await Promise.all([1, 2, 3].map(async () => whyUnread('offline', server, file)))
    expect(asked).toHaveLength(2)
    vi.setSystemTime(Date.now() + 6000)
    await whyUnread('offline', server, file)
    expect(asked).toHaveLength(4)
  })

  it('asks nothing where it is known', async () => {
    const { server, asked } = serverThat(() => true)
    expect(await whyUnread('no-network', server, false)).toBe('no-network')
    expect(await whyUnread('offline', location.origin, false)).toBe('offline')
    connections.use({ kind: 'demo', server, username: 'demo', auth: { scheme: 'key', token: 'k' } })
    expect(await whyUnread('offline', server, false)).toBe('offline')
    expect(asked).toEqual([])
  })
})
