import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { hostedBuild } from './hosted-build.ts'
import { caching, securityHeaders } from './security-headers.ts'

const dist = mkdtempSync(join(tmpdir(), 'fieldboard-build-'))
mkdirSync(join(dist, 'assets'))
writeFileSync(join(dist, 'index.html'), '<title>Fieldboard</title>')
writeFileSync(join(dist, 'config.json'), '{"servers":[]}')
writeFileSync(join(dist, 'assets', 'start-1.js'), 'start()')
afterAll(() => rmSync(dist, { recursive: true }))

const handler = hostedBuild({ folder: '/fieldboard/', config: { demo: false }, dist, quality: 5 })
const send = (path: string, headers: Record<string, string> = {}) =>
  handler(new Request(`http://kf.example.org${path}`, { headers }))

describe('hostedBuild', () => {
  it('serves the build at its path, with security headers', async () => {
    const page = await send('/fieldboard/')
    expect(await page?.text()).toBe('<title>Fieldboard</title>')
    const headers = Object.fromEntries(page?.headers ?? [])
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name.toLowerCase()]).toBe(value)
    expect(headers).toMatchObject({ 'cache-control': caching.other, 'content-type': 'text/html; charset=utf-8' })
    expect((await send('/fieldboard/assets/start-1.js'))?.headers.get('Cache-Control')).toBe(caching.hashed)
    expect((await send('/fieldboard'))?.headers.get('Location')).toBe('/fieldboard/')
  })

  it('compresses files as the browser accepts them', async () => {
    const script = '/fieldboard/assets/start-1.js'
    const brotli = await send(script, { 'Accept-Encoding': 'gzip, deflate, br' })
    expect(brotli?.headers.get('Content-Encoding')).toBe('br')
    expect(brotliDecompressSync(new Uint8Array((await brotli?.arrayBuffer()) ?? [])).toString()).toBe('start()')
    const gzip = await send(script, { 'Accept-Encoding': 'gzip;q=1.0' })
    expect(gzip?.headers.get('Content-Encoding')).toBe('gzip')
    expect(gunzipSync(new Uint8Array((await gzip?.arrayBuffer()) ?? [])).toString()).toBe('start()')
    const plain = await send(script)
    expect(plain?.headers.get('Content-Encoding')).toBeNull()
    expect(await plain?.text()).toBe('start()')
  })

  it('answers 304 for a file that the browser has', async () => {
    const tag = (await send('/fieldboard/'))?.headers.get('ETag') ?? ''
    const again = await send('/fieldboard/', { 'If-None-Match': tag })
    expect([again?.status, await again?.text()]).toEqual([304, ''])
    writeFileSync(join(dist, 'index.html'), '<title>Fieldboard 2</title>')
    expect((await send('/fieldboard/', { 'If-None-Match': tag }))?.status).toBe(200)
    writeFileSync(join(dist, 'index.html'), '<title>Fieldboard</title>')
  })

  it('serves the given config.json', async () => {
    expect(await (await send('/fieldboard/config.json'))?.json()).toEqual({ demo: false })
  })

  it.each(['/me/', '/fieldboards/', '/fieldboard/nothing.js', '/fieldboard/..%2fpackage.json', '/fieldboard/assets/'])(
    'does not handle %s',
    async (path) => {
      expect(await send(path)).toBeUndefined()
    },
  )
})
