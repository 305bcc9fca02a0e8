import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createChaos } from '#/demo/chaos/chaos.ts'
import { requestListener } from './request-listener.ts'

const ended: (() => void)[] = []
afterEach(() => ended.splice(0).forEach((end) => end()))

async function serve(words: string) {
  const answer = createChaos(words).wrap(async () => Response.json({ count: 1060 }))
  const server = createServer(requestListener(answer)).listen(0, '127.0.0.1')
  ended.push(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2/assets/`
}

it('answers', async () => {
  expect(await (await fetch(await serve(''))).json()).toEqual({ count: 1060 })
})

it('cuts the connection where no answer comes', async () => {
  await expect(fetch(await serve('cut'))).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } })
})

it('cuts it in the middle of an answer that breaks off', async () => {
  const answer = await fetch(await serve('cut-body'))
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow('terminated')
})
