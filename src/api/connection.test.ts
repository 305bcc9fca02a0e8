// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Connection, connectionId, connections } from './connection.ts'

const alice: Connection = {
  kind: 'kpi',
  server: 'https://kf.example.org',
  username: 'alice',
  auth: { scheme: 'key', token: 'k3y' },
}
const bob: Connection = { ...alice, username: 'bob', auth: { scheme: 'key', token: 'bobs' } }
const anotherTab = new BroadcastChannel('fieldboard.connections')
const kept = (storage: Storage) => storage.getItem('fieldboard.connections') ?? ''

/** The module as a tab sees it that opens now, or is loaded again. */
async function reload(): Promise<typeof connections> {
  vi.resetModules()
  return (await import('./connection.ts')).connections
}

afterEach(() => {
  vi.unstubAllGlobals()
  connections.forgetAll()
  sessionStorage.clear()
  localStorage.clear()
})

describe('a connection', () => {
  it('is stored in the tab by default', async () => {
    connections.use(alice)
    expect(kept(localStorage)).toBe('')
    expect((await reload()).current()).toEqual(alice)
    sessionStorage.clear()
    expect((await reload()).current()).toBeNull()
  })

  it('is stored on the device by choice, and then not in the tab', async () => {
    connections.use(alice, { keep: true })
    expect(kept(sessionStorage)).toBe('')
    sessionStorage.clear()
    expect((await reload()).current()).toEqual(alice)
  })

  it('is replaced when the same account signs in again', () => {
    connections.use(alice)
    connections.use({ ...alice, auth: { scheme: 'key', token: 'another' } })
    expect(connections.all()).toHaveLength(1)
  })

  it('gets new credentials', () => {
    const id = connections.use(alice, { keep: true })
    connections.renew(id, { scheme: 'key', token: 'new' })
    expect(connections.current()?.auth).toEqual({ scheme: 'key', token: 'new' })
    expect(kept(localStorage)).toContain('new')
  })

  it('is stored in the tab if the device’s storage is full', async () => {
    connections.use(bob, { keep: true })
    const device = localStorage
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('localStorage', { getItem: (name: string) => device.getItem(name), setItem })
    connections.renew(connectionId(bob), { scheme: 'key', token: 'new' })
    connections.use(alice)
    const restored = await reload()
    expect(restored.current()).toEqual(alice)
    expect(restored.find(connectionId(bob))?.auth).toEqual({ scheme: 'key', token: 'new' })
  })

  it('is not affected by invalid data in the storage', async () => {
    sessionStorage.setItem('fieldboard.connections', '[{"kind":"kpi"}]')
    expect((await reload()).all()).toEqual([])
  })
})

describe('several connections', () => {
  it('are restored after a reload, with the current one', async () => {
    connections.use(alice)
    connections.use(bob, { keep: true })
    expect(connections.all().map(({ username }) => username)).toEqual(['alice', 'bob'])
    connections.switchTo(connectionId(alice))
    expect((await reload()).current()).toEqual(alice)
  })

  it('are removed one by one, from all storages', () => {
    connections.use(bob, { keep: true })
    connections.use(alice)
    connections.forget(connectionId(alice))
    expect(connections.current()).toBeNull()
    expect(connections.all()).toEqual([bob])
    connections.forget(connectionId(bob))
    expect(kept(sessionStorage) + kept(localStorage)).toBe('')
  })

  it('notify subscribers until they unsubscribe', () => {
    const seen: (string | undefined)[] = []
    const stop = connections.subscribe(() => seen.push(connections.current()?.username))
    connections.use(alice)
    stop()
    connections.forgetAll()
    expect(seen).toEqual(['alice'])
  })
})

describe('another tab', () => {
  it('signing in without storing removes the old key from the device', async () => {
    const id = connections.use(alice, { keep: true })
    localStorage.removeItem('fieldboard.connections')
    anotherTab.postMessage({
      type: 'used',
      connection: { ...alice, auth: { scheme: 'key', token: 'new' } },
      kept: false,
      signOuts: 0,
    })
    await vi.waitFor(() => expect(connections.find(id)?.auth).toEqual({ scheme: 'key', token: 'new' }))
    expect(connections.isOnDevice(id)).toBe(false)
    connections.use(bob, { keep: true })
    connections.switchTo(id)
    expect(kept(localStorage)).not.toContain('alice')
    expect(kept(sessionStorage)).toContain('new')
  })

  it('removing a connection is not undone by a write here before the message arrives', () => {
    const id = connections.use(alice, { keep: true })
    localStorage.setItem('fieldboard.connections', JSON.stringify([bob]))
    connections.switchTo(id)
    connections.renew(id, { scheme: 'key', token: 'new' })
    expect(kept(localStorage)).toBe(JSON.stringify([bob]))
    expect(connections.isOnDevice(id)).toBe(false)
  })

  it('storing a connection does not change another one', async () => {
    const id = connections.use(alice, { keep: true })
    const before = connections.find(id)
    localStorage.setItem('fieldboard.connections', JSON.stringify([alice, bob]))
    anotherTab.postMessage({ type: 'used', connection: bob, kept: true, signOuts: 0 })
    await vi.waitFor(() => expect(connections.all()).toHaveLength(2))
    expect(connections.find(id)?.auth).toBe(before?.auth)
  })

  it('signing out signs out here, too', async () => {
    connections.use(alice)
    anotherTab.postMessage({ type: 'forgotten', id: connectionId(alice) })
    await vi.waitFor(() => expect(connections.current()).toBeNull())
    expect(kept(sessionStorage)).toBe('')
  })

  it('new credentials are used here, too', async () => {
    connections.use(alice)
    anotherTab.postMessage({ type: 'renewed', id: connectionId(alice), auth: { scheme: 'key', token: 'new' } })
    await vi.waitFor(() => expect(connections.current()?.auth).toEqual({ scheme: 'key', token: 'new' }))
  })

  it('a connection that it stores on the device is not removed by a write here', async () => {
    connections.use(alice)
    localStorage.setItem('fieldboard.connections', JSON.stringify([bob]))
    connections.renew(connectionId(alice), { scheme: 'key', token: 'new' })
    anotherTab.postMessage({ type: 'used', connection: bob, kept: true, signOuts: 0 })
    await vi.waitFor(() => expect(connections.all().map(({ username }) => username)).toEqual(['alice', 'bob']))
    expect(kept(localStorage)).toContain('bobs')
  })
})
