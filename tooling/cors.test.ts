import { describe, expect, it } from 'vitest'
import { createChaos } from '#/demo/chaos/chaos.ts'
import { withCors } from './cors.ts'

const site = 'https://fieldboard.example.org'
const answer = withCors(async () => Response.json({ ok: true }), [site])
const ask = (method: string, headers: Record<string, string>) =>
  answer(new Request('https://kf.example.org/me/', { method, headers }))
const preflight = { 'Access-Control-Request-Method': 'GET' }

describe('withCors', () => {
  it('lets the pages of a named site read', async () => {
    const response = await ask('GET', { Origin: site })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(site)
    expect(await response.json()).toEqual({ ok: true })
  })

  it('answers their preflight with what they may send', async () => {
    const { status, headers } = await ask('OPTIONS', { Origin: site, ...preflight })
    expect(status).toBe(200)
    expect(headers.get('Access-Control-Allow-Headers')).toContain('authorization')
  })

  it('leaves out what a fault leaves out, but for the preflight', async () => {
    const chaos = createChaos('no-cors;path=/attachments/').wrap(async () => new Response('picture'))
    const asked = (method: string, path: string, headers: Record<string, string> = {}) =>
      withCors(chaos, [site])(
        new Request(`https://kf.example.org/${path}`, { method, headers: { Origin: site, ...headers } }),
      )
    const allowed = (response: Response) => response.headers.get('Access-Control-Allow-Origin')
    expect(allowed(await asked('GET', 'data/1/attachments/2/'))).toBeNull()
    expect(allowed(await asked('OPTIONS', 'data/1/attachments/2/', preflight))).toBe(site)
    expect(allowed(await asked('GET', 'data/'))).toBe(site)
  })

  it('says nothing to others, and refuses nothing either', async () => {
    const { status, headers } = await ask('OPTIONS', { Origin: 'https://else.example.org', ...preflight })
    expect(status).toBe(200)
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})
