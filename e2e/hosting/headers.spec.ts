import { type APIRequestContext, expect, test } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../tooling/project.ts'
import { caching, headersOf, httpsHeaders, proxiedHeaders, securityHeaders } from '../../tooling/security-headers.ts'

test.skip(({ baseURL }) => baseURL === undefined, 'This web server is not installed here')

const SUB_PATH = './some/path/'

const lowerCased = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** The largest script that the page asks for: a hashed file in assets/. */
async function scriptOf(request: APIRequestContext, folder: string) {
  const html = await (await request.get(folder)).text()
  const [, path = ''] = /src="\.\/(assets\/start-[^"]+\.js)"/.exec(html) ?? []
  expect(path).not.toBe('')
  return folder + path
}

for (const folder of ['./', SUB_PATH]) {
  test(`${folder} sends the security headers with everything, even with what is not there`, async ({ request }) => {
    const script = await scriptOf(request, folder)
    for (const [path, status] of [
      [folder, 200],
      [`${folder}index.html`, 200],
      [`${folder}config.json`, 200],
      [script, 200],
      [`${folder}nothing-here`, 404],
      [`${folder}assets/nothing-here.js`, 404],
    ] as const) {
      const answer = await request.get(path)
      expect(answer.status(), path).toBe(status)
      expect(answer.headers(), path).toMatchObject(lowerCased(securityHeaders))
      expect(answer.headers(), `${path}, over http`).not.toHaveProperty('strict-transport-security')
    }
  })

  test(`${folder} lets browsers keep what has a hash in its name, and nothing else`, async ({ request }) => {
    const cacheControl = async (path: string) => (await request.get(path)).headers()['cache-control']
    expect(await cacheControl(await scriptOf(request, folder))).toBe(caching.hashed)
    for (const path of ['', 'index.html', 'config.json', 'icon.svg', 'assets/nothing-here.js']) {
      expect(await cacheControl(folder + path), path).toBe(caching.other)
    }
  })

  test(`${folder} lets one worker alone run WebAssembly`, async ({ request }) => {
    const assets = readdirSync(join(root, 'dist/assets'))
    const worker = assets.find((name) => /^exact-check\.worker-.*\.js$/.test(name)) ?? ''
    const answer = await request.get(`${folder}assets/${worker}`)
    expect(answer.headers()).toMatchObject(lowerCased(headersOf(`/assets/${worker}`)))
    expect(answer.headers()['content-security-policy']).toContain("'wasm-unsafe-eval'")
    const python = assets.find((name) => name.startsWith('python-')) ?? ''
    const wasm = await request.get(`${folder}assets/${python}/pyodide.asm.wasm`, {
      headers: { 'Accept-Encoding': 'gzip' },
    })
    expect(wasm.headers()).toMatchObject(lowerCased(securityHeaders))
    expect(wasm.headers()).toMatchObject({
      'content-type': 'application/wasm',
      'cache-control': caching.hashed,
      'content-encoding': 'gzip',
    })
  })

  test(`${folder} sends scripts compressed, and as scripts`, async ({ request }) => {
    const answer = await request.get(await scriptOf(request, folder), { headers: { 'Accept-Encoding': 'gzip' } })
    expect(answer.headers()['content-encoding']).toBe('gzip')
    expect(answer.headers()['content-type']).toMatch(/^(text|application)\/javascript/)
    expect(answer.headers()['vary']).toContain('Accept-Encoding')
  })
}

test('Behind something that does TLS, browsers are told to stay with https', async ({ request }) => {
  const headers = { 'X-Forwarded-Proto': 'https' }
  expect((await request.get('./', { headers })).headers()).toMatchObject(lowerCased(httpsHeaders))
})

test('What is asked for again is not sent again', async ({ request }) => {
  const { etag = '' } = (await request.get('./config.json')).headers()
  expect(etag).not.toBe('')
  const again = await request.get('./config.json', { headers: { 'If-None-Match': etag } })
  expect(again.status()).toBe(304)
})

test('A path without its last slash leads to the app', async ({ request }) => {
  const answer = await request.get('./some/path')
  expect(answer.url()).toMatch(/\/some\/path\/$/)
  expect(await answer.text()).toContain('<title>Fieldboard</title>')
})

test('What begins with a dot is not served', async ({ request }) => {
  expect((await request.get('./.vite/manifest.json')).status()).toBe(404)
})

test('/kobo/ passes the key on, and no cookies in either direction', async ({ request, baseURL }) => {
  const answer = await request.get('./kobo/mirror', { headers: { Cookie: 'a=1', Authorization: 'Token 123' } })
  const { headers } = (await answer.json()) as { headers: Record<string, string> }
  expect(headers).toMatchObject({ authorization: 'Token 123' })
  expect(headers).not.toHaveProperty('cookie')
  expect(headers['host']).not.toBe(new URL(baseURL ?? '').host)
  expect(answer.headers()).not.toHaveProperty('set-cookie')
})

test('/kobo/ tells nobody’s address, and passes no word about it on', async ({ request }) => {
  const told = { 'X-Forwarded-For': '192.0.2.7', 'X-Forwarded-Host': 'x.example.org', 'X-Forwarded-Proto': 'https' }
  const { headers } = (await (await request.get('./kobo/mirror', { headers: told })).json()) as { headers: object }
  expect(Object.keys(headers).filter((name) => name.startsWith('x-forwarded'))).toEqual([])
})

test('/kobo/ lets nothing that people uploaded run as a page of this site', async ({ request }) => {
  const answer = await request.get('./kobo/mirror')
  expect(answer.headers()).toMatchObject(lowerCased(proxiedHeaders))
})

test('/kobo/ keeps a redirection within the server on this site', async ({ request }) => {
  const answer = await request.get('./kobo/moved', { maxRedirects: 0 })
  expect(answer.status()).toBe(302)
  expect(answer.headers()['location']).toMatch(/^(http:\/\/127\.0\.0\.1:\d+)?\/kobo\/mirror$/)
})

test('/kobo/ takes large files', async ({ request }) => {
  const answer = await request.post('./kobo/mirror', { data: Buffer.alloc(5_000_000) })
  expect(await answer.json()).toMatchObject({ length: 5_000_000 })
})
