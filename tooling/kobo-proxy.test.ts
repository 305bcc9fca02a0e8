import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { preview } from 'vite'
import { afterEach, expect, it } from 'vitest'
import { koboProxy, samePlace } from './kobo-proxy.ts'
import { root } from './project.ts'

const server = new URL('https://kf.example.org')

it('keeps a redirection within the server on the page’s own origin', () => {
  expect(samePlace('https://kf.example.org/api/v2/assets/?limit=1', server)).toBe('/kobo/api/v2/assets/?limit=1')
  expect(samePlace('/me/', server)).toBe('/kobo/me/')
  expect(samePlace('https://example.org/kpi/me/', new URL('https://example.org/kpi/'))).toBe('/kobo/me/')
})

it('leaves a redirection to somewhere else as it is', () => {
  expect(samePlace('https://elsewhere.example.org/me/', server)).toBe('https://elsewhere.example.org/me/')
  expect(samePlace('http://kf.example.org/me/', server)).toBe('http://kf.example.org/me/')
})

it('passes on a redirection that is no address', () => {
  expect(samePlace('http://[bad', server)).toBe('http://[bad')
})

const started: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of started.splice(0)) await end()
})

/** The address of `/kobo/` on a server that passes it on to one that answers so. */
async function passedOnTo(answer: RequestListener) {
  const kpi = createServer(answer).listen(0, '127.0.0.1')
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
  started.push(
    () => app.close(),
    () => kpi.closeAllConnections(),
    () => void kpi.close(),
  )
  return `http://127.0.0.1:${(app.httpServer.address() as AddressInfo).port}/kobo/`
}

it('goes on after a redirection that is no address', async () => {
  const address = await passedOnTo((request, response) => {
    response.writeHead(request.url === '/bad' ? 302 : 200, request.url === '/bad' ? { Location: 'http://[bad' } : {})
    response.end('{}')
  })
  expect((await fetch(`${address}bad`, { redirect: 'manual' })).headers.get('Location')).toBe('http://[bad')
  expect(await (await fetch(`${address}me/`)).json()).toEqual({})
})

it.each([
  ['its length said', { 'Content-Length': '100' }],
  ['in chunks', {}],
])('breaks an answer off where the server does, %s', async (_how, headers) => {
  const address = await passedOnTo((_request, response) => {
    response.writeHead(200, headers)
    response.write('{"count":', () => response.socket?.destroy())
  })
  const answer = await fetch(address)
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow('terminated')
})

it('breaks an answer off that goes on against the rules', async () => {
  const address = await passedOnTo((_request, response) => {
    response.writeHead(200, {})
    response.write('{"count":', () => response.socket?.write('no length of a chunk\r\n'))
  })
  const broken = fetch(address).then(async (answer) => answer.text())
  await expect(broken).rejects.toThrow(/terminated|fetch failed/)
})
