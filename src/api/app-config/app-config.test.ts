// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'
import { appConfig, loadAppConfig } from './app-config.ts'

const onChange = vi.fn<() => void>()
const load = () => loadAppConfig({ languages: ['en', 'fr'], onChange })

/** What the site answers for `config.json`. */
function serve(body: string, status = 200) {
  vi.stubGlobal('fetch', async () => new Response(body, { status }))
}

beforeEach(() => {
  localStorage.clear()
  onChange.mockClear()
})
afterEach(() => vi.unstubAllGlobals())

describe('config.json', () => {
  it('is waited for on a first visit', async () => {
    serve('{"language":"fr"}')
    expect(await load()).toBeUndefined()
    expect(appConfig().language).toBe('fr')
    expect(onChange).not.toHaveBeenCalled()
  })

  it('is not waited for where there is a copy of it', async () => {
    serve('{"language":"fr"}')
    await load()
    vi.stubGlobal('fetch', () => new Promise(() => {}))
    await load()
    expect(appConfig().language).toBe('fr')
  })

  it('is told of where it is another than the copy, and is used on the next start', async () => {
    serve('{"language":"fr"}')
    await load()
    serve('{"language":"en"}')
    await load()
    expect(appConfig().language).toBe('fr')
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce())
    vi.stubGlobal('fetch', () => new Promise(() => {}))
    await load()
    expect(appConfig().language).toBe('en')
  })

  it('is the same as before where only its form changed', async () => {
    serve('{"language":"fr"}')
    await load()
    serve('{ "language": "fr", "servers": [] }')
    await load()
    serve('{"language":"en"}')
    await load()
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled())
    expect(onChange).toHaveBeenCalledOnce()
  })

  it('counts as it was while the site cannot be reached', async () => {
    serve('{"language":"fr"}')
    await load()
    serve('', 503)
    expect(await load()).toBeUndefined()
    expect(appConfig().language).toBe('fr')
    expect(readStored('device', KEYS.config)).toContain('fr')
  })

  it('that got broken is told of on the next start', async () => {
    serve('{}')
    await load()
    serve('{ "language": ')
    expect(await load()).toBeUndefined()
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce())
    expect((await load())?.kind).toBe('unreadable')
  })

  it('is read anew where the copy is of no use', async () => {
    writeStored('device', KEYS.config, '{"servers":1}')
    serve('{"demo":false}')
    await load()
    expect(appConfig().demo).toBe(false)
  })
})
