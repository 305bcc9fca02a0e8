import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { preview } from 'vite'
import { afterEach, expect, it } from 'vitest'
import { koboProxy, rewriteLocation } from './kobo-proxy.ts'
import { root } from './project.ts'

const server = new URL('https://kf.example.org')

it('rewrites a redirect within the server to the page’s origin', () => {
  expect(rewriteLocation('https://kf.example.org/api/v2/assets/?limit=1', server)).toBe('/kobo/api/v2/assets/?limit=1')
  expect(rewriteLocation('/me/', server)).toBe('/kobo/me/')
  expect(rewriteLocation('https://example.org/kpi/me/', new URL('https://example.org/kpi/'))).toBe('/kobo/me/')
})

it('keeps a redirect to another server', () => {
  expect(rewriteLocation('https://elsewhere.example.org/me/', server)).toBe('https://elsewhere.example.org/me/')
  expect(rewriteLocation('http://kf.example.org/me/', server)).toBe('http://kf.example.org/me/')
})

it('keeps a redirect to an invalid URL', () => {
  expect(rewriteLocation('http://[bad', server)).toBe('http://[bad')
})

const cleanUps: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of cleanUps.splice(0)) await end()
})

/** Starts a server that forwards `/kobo/` to a server with this handler, and returns the URL. */
async function startProxyTo(response: RequestListener) {
  const kpi = createServer(response).listen(0, '127.0.0.1')
  await once(kpi, 'listening')
  const target = new URL(`http://127.0.0.1:${(kpi.address() as AddressInfo).port}`)
  const app = await preview({
    configFile: false,
    root,
    logLevel: 'silent',
    build: { outDir: 'public' },
    plugins: [koboProxy(target)],
    preview: { host: '127.0.0.1', port: 0 },
  })
  cleanUps.push(
    () => app.close(),
    () => kpi.closeAllConnections(),
    () => void kpi.close(),
  )
  return `http://127.0.0.1:${(app.httpServer.address() as AddressInfo).port}/kobo/`
}

it('still works after a redirect to an invalid URL', async () => {
  const address = await startProxyTo((request, response) => {
    response.writeHead(request.url === '/bad' ? 302 : 200, request.url === '/bad' ? { Location: 'http://[bad' } : {})
    response.end('{}')
  })
  expect((await fetch(`${address}bad`, { redirect: 'manual' })).headers.get('Location')).toBe('http://[bad')
  expect(await (await fetch(`${address}me/`)).json()).toEqual({})
})

it.each([
  ['with a Content-Length', { 'Content-Length': '100' }],
  ['in chunks', {}],
])('aborts the response when the server does, %s', async (_how, headers) => {
  const address = await startProxyTo((_request, response) => {
    response.writeHead(200, headers)
    response.write('{"count":', () => response.socket?.destroy())
  })
  const response = await fetch(address)
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow('terminated')
})

it('aborts a response with an invalid chunk', async () => {
  const address = await startProxyTo((_request, response) => {
    response.writeHead(200, {})
    response.write('{"count":', () => response.socket?.write('no length of a chunk\r\n'))
  })
  const broken = fetch(address).then(async (response) => response.text())
  await expect(broken).rejects.toThrow(/terminated|fetch failed/)
})
