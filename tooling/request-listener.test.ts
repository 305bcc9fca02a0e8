import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createChaos } from '#/demo/chaos/chaos.ts'
import { requestListener } from './request-listener.ts'

const cleanUps: (() => void)[] = []
afterEach(() => cleanUps.splice(0).forEach((end) => end()))

async function serve(faults: string) {
  const response = createChaos(faults).wrap(async () => Response.json({ count: 1060 }))
  const server = createServer(requestListener(response)).listen(0, '127.0.0.1')
  cleanUps.push(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2/assets/`
}

it('sends responses', async () => {
  expect(await (await fetch(await serve(''))).json()).toEqual({ count: 1060 })
})

it('closes the connection if the handler fails', async () => {
  await expect(fetch(await serve('cut'))).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } })
})

it('closes the connection in the middle of a response that breaks off', async () => {
  const response = await fetch(await serve('cut-body'))
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow('terminated')
})
