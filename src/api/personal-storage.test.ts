// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Connection, connectionId, connections } from './connection.ts'
import { readPersonalData, writePersonalData } from './personal-storage.ts'

const alice: Connection = {
  kind: 'kpi',
  server: 'https://kf.example.org',
  username: 'alice',
  auth: { scheme: 'key', token: 'k3y' },
}
const bob: Connection = { ...alice, username: 'bob', auth: { scheme: 'key', token: 'bobs' } }
const anotherTab = new BroadcastChannel('fieldboard.connections')

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

const copyOf = (storage: Storage): Record<string, string> => Object.fromEntries(Object.entries(storage))

/** Another tab of this browser, with a storage of its own, that opens now or is restored from before. */
async function openTab(own: Record<string, string> = {}) {
  const mine = copyOf(sessionStorage)
  sessionStorage.clear()
  for (const [key, value] of Object.entries(own)) sessionStorage.setItem(key, value)
  const tab = await reload()
  const its = copyOf(sessionStorage)
  sessionStorage.clear()
  for (const [key, value] of Object.entries(mine)) sessionStorage.setItem(key, value)
  return { tab, its }
}

const storedOf = (id: string) =>
  [localStorage, sessionStorage].flatMap((storage) =>
    Object.entries(storage).filter((entry) => decodeURIComponent(entry.join()).includes(id)),
  )

describe('data of a connection', () => {
  it.each([true, false])(
    'is removed with it, also if another tab signs out (stored on the device: %s)',
    async (keep) => {
      const id = connections.use(alice, { keep })
      connections.use(bob, { keep: true })
      writePersonalData(id, 'views', 'aOne', [{ filter: 'hiv = positive' }])
      writePersonalData(connectionId(bob), 'views', 'aOne', ['bobs'])
      expect(storedOf(id)).not.toEqual([])
      localStorage.setItem('fieldboard.connections', JSON.stringify([bob]))
      anotherTab.postMessage({ type: 'forgotten', id })
      await vi.waitFor(() => expect(connections.find(id)).toBeUndefined())
      expect(storedOf(id)).toEqual([])
      expect(readPersonalData(connectionId(bob), 'views', 'aOne')).toEqual(['bobs'])
      connections.forget(connectionId(bob))
      expect(storedOf(connectionId(bob))).toEqual([])
    },
  )

  it('is in the storage of the connection', () => {
    const id = connections.use(alice)
    expect(writePersonalData(id, 'views', 'aOne', ['a filter'])).toBe(true)
    expect(Object.values(localStorage).join()).not.toContain('a filter')
    connections.use(alice, { keep: true })
    expect(readPersonalData(id, 'views', 'aOne')).toEqual(['a filter'])
    expect(Object.values(localStorage).join()).toContain('a filter')
    connections.use(alice)
    expect(readPersonalData(id, 'views', 'aOne')).toEqual(['a filter'])
    expect(Object.values(localStorage).join()).not.toContain('a filter')
  })

  it('is not that of a server whose address has the same prefix', () => {
    const longer = connections.use({ ...alice, server: `${alice.server}.au` })
    writePersonalData(longer, 'views', 'aOne', ['theirs'])
    connections.forget(connections.use(alice))
    expect(readPersonalData(longer, 'views', 'aOne')).toEqual(['theirs'])
  })

  it('is not stored for a connection that was removed', () => {
    const id = connections.use(alice)
    connections.forget(id)
    expect(writePersonalData(id, 'views', 'aOne', ['late'])).toBe(false)
    expect(storedOf(id)).toEqual([])
  })
})

describe('a tab that was closed', () => {
  it('has no key after another tab signed out', async () => {
    connections.use(alice)
    const closed = copyOf(sessionStorage)
    connections.forgetAll()
    const { tab, its } = await openTab(closed)
    expect(tab.all()).toEqual([])
    expect(JSON.stringify(its)).not.toContain('k3y')
  })

  it('has its connection after another account signed out, or the same one signed in again', async () => {
    connections.use(alice)
    const closed = copyOf(sessionStorage)
    connections.forget(connections.use(bob))
    expect((await openTab(closed)).tab.current()).toEqual(alice)
    connections.forgetAll()
    connections.use(alice)
    const reopened = copyOf(sessionStorage)
    expect((await openTab(reopened)).tab.current()).toEqual(alice)
  })
})
