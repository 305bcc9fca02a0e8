import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hostedBuild } from './hosted-build.ts'
import { caching, securityHeaders } from './security-headers.ts'

const dist = mkdtempSync(join(tmpdir(), 'fieldboard-build-'))
mkdirSync(join(dist, 'assets'))
writeFileSync(join(dist, 'index.html'), '<title>Fieldboard</title>')
writeFileSync(join(dist, 'config.json'), '{"servers":[]}')
writeFileSync(join(dist, 'assets', 'start-1.js'), 'start()')
afterAll(() => rmSync(dist, { recursive: true }))

const answer = hostedBuild('/fieldboard/', { demo: false }, dist)
const ask = (path: string) => answer(new Request(`http://kf.example.org${path}`))

describe('the build on the origin of a KPI', () => {
  it('is there under its path, with our headers', async () => {
    const page = await ask('/fieldboard/')
    expect(await page?.text()).toBe('<title>Fieldboard</title>')
    const headers = Object.fromEntries(page?.headers ?? [])
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name.toLowerCase()]).toBe(value)
    expect(headers).toMatchObject({ 'cache-control': caching.other, 'content-type': 'text/html; charset=utf-8' })
    expect((await ask('/fieldboard/assets/start-1.js'))?.headers.get('Cache-Control')).toBe(caching.hashed)
    expect((await ask('/fieldboard'))?.headers.get('Location')).toBe('/fieldboard/')
  })

  it('has a config.json of its own', async () => {
    expect(await (await ask('/fieldboard/config.json'))?.json()).toEqual({ demo: false })
  })

  it.each(['/me/', '/fieldboards/', '/fieldboard/nothing.js', '/fieldboard/..%2fpackage.json', '/fieldboard/assets/'])(
    'leaves %s to the KPI',
    async (path) => {
      expect(await ask(path)).toBeUndefined()
    },
  )
})
