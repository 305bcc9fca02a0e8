import { describe, expect, it } from 'vitest'
import { createChaos } from '#/demo/chaos/chaos.ts'
import { withCors } from './cors.ts'

const site = 'https://fieldboard.example.org'
const handler = withCors(async () => Response.json({ ok: true }), [site])
const send = (method: string, headers: Record<string, string>) =>
  handler(new Request('https://kf.example.org/me/', { method, headers }))
const preflight = { 'Access-Control-Request-Method': 'GET' }

describe('withCors', () => {
  it('allows the pages of an allowed origin to read', async () => {
    const response = await send('GET', { Origin: site })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(site)
    expect(await response.json()).toEqual({ ok: true })
  })

  it('responds to their preflight with the allowed headers', async () => {
    const { status, headers } = await send('OPTIONS', { Origin: site, ...preflight })
    expect(status).toBe(200)
    expect(headers.get('Access-Control-Allow-Headers')).toContain('authorization')
  })

  it('omits the headers for the fault no-cors, except in a preflight', async () => {
    const chaos = createChaos('no-cors;path=/attachments/').wrap(async () => new Response('picture'))
    const sendWithFault = (method: string, path: string, headers: Record<string, string> = {}) =>
      withCors(chaos, [site])(
        new Request(`https://kf.example.org/${path}`, { method, headers: { Origin: site, ...headers } }),
      )
    const allowedOrigin = (response: Response) => response.headers.get('Access-Control-Allow-Origin')
    expect(allowedOrigin(await sendWithFault('GET', 'data/1/attachments/2/'))).toBeNull()
    expect(allowedOrigin(await sendWithFault('OPTIONS', 'data/1/attachments/2/', preflight))).toBe(site)
    expect(allowedOrigin(await sendWithFault('GET', 'data/'))).toBe(site)
  })

  it('sends no headers to other origins, but does not refuse them', async () => {
    const { status, headers } = await send('OPTIONS', { Origin: 'https://else.example.org', ...preflight })
    expect(status).toBe(200)
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})
