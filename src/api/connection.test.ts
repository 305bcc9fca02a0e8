import { afterEach, describe, expect, it } from 'vitest'
import { connection } from './connection.ts'

const alice = { kind: 'kpi', server: 'https://kf.example.org', username: 'alice', token: 'k3y' } as const

afterEach(() => connection.forget())

describe('connection', () => {
  it('is kept for the tab only', () => {
    connection.use(alice)
    expect(sessionStorage.length).toBe(1)
    expect(localStorage.length).toBe(0)
  })

  it('is kept on the device by choice, and then not in the tab as well', () => {
    connection.use(alice, { keep: true })
    expect(sessionStorage.length).toBe(0)
    expect(localStorage.length).toBe(1)
  })

  it('is forgotten everywhere', () => {
    connection.use(alice, { keep: true })
    connection.forget()
    expect(connection.current()).toBeNull()
    expect(sessionStorage.length + localStorage.length).toBe(0)
  })

  it('tells those who listen, until they stop', () => {
    const seen: (string | undefined)[] = []
    const stop = connection.subscribe(() => seen.push(connection.current()?.username))
    connection.use(alice)
    stop()
    connection.forget()
    expect(seen.at(-1)).toBe('alice')
  })
})
