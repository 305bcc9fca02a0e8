// @vitest-environment node

import { describe, expect, it } from 'vitest'
import { json } from '#/demo/answers.ts'
import { createChaos } from './chaos.ts'
import { withChaos } from './control.ts'
import type { FaultName } from './fault.ts'
import { followRedirects } from './follow-redirects.ts'

const LIST = { count: 2, results: [{ uid: 'a1', name: 'One' }, { uid: 'a2', name: 'Two' }] } // prettier-ignore

/** A server that counts what it did, in this chaos. */
function serve(words: string) {
  const chaos = createChaos(words)
  let carriedOut = 0
  const transport = followRedirects(
    withChaos(async ({ url }) => {
      if (!url.includes('/accounts/')) carriedOut += 1
      return json(LIST)
    }, chaos),
  )
  const ask = (path = 'api/v2/assets/', init: RequestInit = {}) =>
    transport(new Request(`https://kf.example.org/${path}`, init))
  return { ask, chaos, carriedOut: () => carriedOut }
}

const bodyOf = async (answer: Promise<Response>) => (await answer).text()
const outcomeOf = async (answer: Promise<Response>) =>
  answer.then(
    ({ status }) => status,
    ({ name }: Error) => name,
  )

describe('a fault', () => {
  const whole = JSON.stringify(LIST)

  it.each<[FaultName, number]>([
    ['429', 429],
    ['500', 500],
    ['500-html', 500],
    ['502', 502],
    ['503', 503],
    ['401', 401],
    ['403', 403],
    ['404', 404],
    ['409', 409],
    ['login-page', 200],
    ['login-redirect', 200],
  ])('%s is answered in place of the request', async (name, status) => {
    const { ask, carriedOut } = serve(name)
    expect((await ask()).status).toBe(status)
    expect(carriedOut()).toBe(0)
  })

  it.each<FaultName>(['cut', 'offline'])('%s loses the request', async (name) => {
    const { ask, carriedOut } = serve(name)
    await expect(ask()).rejects.toThrow(TypeError)
    expect(carriedOut()).toBe(0)
  })

  it('answer-lost and 504 lose the answer of what was done', async () => {
    const lost = serve('answer-lost')
    await expect(lost.ask()).rejects.toThrow(TypeError)
    const late = serve('504')
    expect((await late.ask()).status).toBe(504)
    expect([lost.carriedOut(), late.carriedOut()]).toEqual([1, 1])
  })

  it('cut-body ends in the middle, truncated too early, empty before it begins', async () => {
    await expect(bodyOf(serve('cut-body').ask())).rejects.toThrow(TypeError)
    const short = await bodyOf(serve('truncated').ask())
    expect(whole.startsWith(short)).toBe(true)
    expect(() => JSON.parse(short) as unknown).toThrow(SyntaxError)
    expect(await bodyOf(serve('empty').ask())).toBe('')
  })

  it.each<FaultName>(['latency', 'jitter', 'slow-first-byte', 'slow-body', 'out-of-order'])(
    '%s spoils nothing',
    async (name) => {
      expect(await bodyOf(serve(`${name}:20`).ask())).toBe(whole)
    },
  )

  it('a redirection ends where a browser would bring the page, or nowhere', async () => {
    const { ask } = serve('login-redirect')
    const answer = await ask()
    expect(answer.redirected).toBe(true)
    expect(answer.url).toContain('/accounts/login/?next=/api/v2/assets/')
    expect(await answer.text()).toContain('<form')
    await expect(ask('me/', { redirect: 'error' })).rejects.toThrow(TypeError)
    expect(await ask('me/', { redirect: 'manual' })).toMatchObject({ type: 'opaqueredirect', ok: false })
  })

  it('has one odd item in a list, still known by its uid', async () => {
    const { results } = (await (await serve('odd-item').ask()).json()) as typeof LIST
    expect(results).toEqual([{ uid: 'a1', name: { odd: 'name' } }, LIST.results[1]])
    expect(await (await serve('wrong-shape').ask()).json()).not.toHaveProperty('results')
  })

  it('hangs until whoever asked gives up, and so does a wait', async () => {
    for (const words of ['hang', 'latency:60000', 'slow-first-byte:60000']) {
      const giveUp = new AbortController()
      const answer = bodyOf(serve(words).ask('me/', { signal: giveUp.signal }))
      setTimeout(() => giveUp.abort(new DOMException('', 'AbortError')), 10)
      await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    }
  })

  it('lets a later answer come first', async () => {
    const { ask } = serve('out-of-order:60000')
    const order: string[] = []
    const note = async (name: string) => {
      await ask()
      order.push(name)
    }
    await Promise.all([note('first'), note('second')])
    expect(order).toEqual(['second', 'first'])
  })
})

describe('which requests have a fault', () => {
  const many = async (words: string, count = 12) => {
    const { ask } = serve(words)
    const outcomes: (number | string)[] = []
    for (let at = 0; at < count; at++) outcomes.push(await outcomeOf(ask()))
    return outcomes
  }

  it('is told by method and by part of the path', async () => {
    const { ask } = serve('500;on=write,404;path=/data/$')
    expect(await outcomeOf(ask())).toBe(200)
    expect(await outcomeOf(ask('api/v2/assets/a1/data/'))).toBe(404)
    expect(await outcomeOf(ask('api/v2/assets/a1/data/1/'))).toBe(200)
    expect(await outcomeOf(ask('api/v2/assets/a1/', { method: 'PATCH' }))).toBe(500)
  })

  it('is told by their number', async () => {
    expect(await many('500;after=1;times=2', 5)).toEqual([200, 500, 500, 200, 200])
  })

  it('is chance, the same for the same seed', async () => {
    const outcomes = await many('500;one-in=3')
    expect(outcomes).toContain(200)
    expect(outcomes).toContain(500)
    expect(await many('500;one-in=3')).toEqual(outcomes)
    expect(await many('500;one-in=3,seed=2')).not.toEqual(outcomes)
  })
})

describe('ruling it over HTTP', () => {
  const control = { method: 'POST', body: '503;times=1' }

  it('begins, tells, and ends', async () => {
    const { ask } = serve('')
    await ask('__chaos', control)
    expect(await outcomeOf(ask())).toBe(503)
    expect(await outcomeOf(ask())).toBe(200)
    expect(await (await ask('__chaos')).json()).toEqual({
      chaos: '503;times=1',
      log: [
        { method: 'GET', path: '/api/v2/assets/', faults: ['503'] },
        { method: 'GET', path: '/api/v2/assets/', faults: [] },
      ],
    })
    expect(await (await ask('__chaos', { method: 'DELETE' })).json()).toEqual({ chaos: '', log: [] })
  })

  it('keeps what there is where the words are not understood', async () => {
    const { ask } = serve('503')
    expect(await outcomeOf(ask('__chaos', { method: 'POST', body: 'teapot' }))).toBe(400)
    expect(await outcomeOf(ask())).toBe(503)
  })
})
