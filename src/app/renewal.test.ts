import { afterEach, expect, it, vi } from 'vitest'
import { type Connection, connectionId, connections } from '#/api/connection.ts'
import { currentQuestion, renew } from './renewal.ts'

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
  void renew(connections.require(id)).then(isAnswered)
  expect(currentQuestion()?.username).toBe('alice')
  localStorage.setItem('fieldboard.connections', JSON.stringify([alice, bob]))
  anotherTab.postMessage({ type: 'used', connection: bob, kept: true, signOuts: 0 })
  await vi.waitFor(() => expect(connections.find(connectionId(bob))).toBeDefined())
  expect(currentQuestion()?.username).toBe('alice')
  expect(isAnswered).not.toHaveBeenCalled()

  const auth = { scheme: 'key', token: 'new' } as const
  anotherTab.postMessage({ type: 'used', connection: { ...alice, auth }, kept: true, signOuts: 0 })
  await vi.waitFor(() => expect(isAnswered).toHaveBeenCalled())
  expect(currentQuestion()).toBeNull()
})
