// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { type Connection, connectionId, connections } from '#/api/connection.ts'
import { currentSignInRequest, renewCredentials } from './renewal.ts'

const alice: Connection = {
  kind: 'kpi',
  server: 'https://kf.example.org',
  username: 'alice',
  auth: { scheme: 'key', token: 'dead' },
}
const bob: Connection = { ...alice, username: 'bob', auth: { scheme: 'key', token: 'bobs' } }
const anotherTab = new BroadcastChannel('fieldboard.connections')

afterEach(() => connections.forgetAll())

it('A question to sign in again stays open while another tab stores another account, and ends with one’s own', async () => {
  const id = connections.use(alice, { keep: true })
  const isAnswered = vi.fn<() => void>()
  void renewCredentials(connections.require(id)).then(isAnswered)
  expect(currentSignInRequest()?.username).toBe('alice')
  localStorage.setItem('fieldboard.connections', JSON.stringify([alice, bob]))
  anotherTab.postMessage({ type: 'used', connection: bob, kept: true, signOuts: 0 })
  await vi.waitFor(() => expect(connections.find(connectionId(bob))).toBeDefined())
  expect(currentSignInRequest()?.username).toBe('alice')
  expect(isAnswered).not.toHaveBeenCalled()

  const auth = { scheme: 'key', token: 'new' } as const
  anotherTab.postMessage({ type: 'used', connection: { ...alice, auth }, kept: true, signOuts: 0 })
  await vi.waitFor(() => expect(isAnswered).toHaveBeenCalled())
  expect(currentSignInRequest()).toBeNull()
})
