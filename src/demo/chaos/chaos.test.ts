// @vitest-environment node

import { describe, expect, it } from 'vitest'
import { json } from '#/demo/responses.ts'
import { createChaos } from './chaos.ts'
import { withChaos } from './control.ts'
import type { FaultName } from './fault.ts'
import { followRedirects } from './follow-redirects.ts'

const LIST = { count: 2, results: [{ uid: 'a1', name: 'One' }, { uid: 'a2', name: 'Two' }] } // prettier-ignore

/** A server that counts the requests it has handled, behind the faults of `chaosText`. */
function serve(chaosText: string) {
  const chaos = createChaos(chaosText)
  let handledCount = 0
  const transport = followRedirects(
    withChaos(async ({ url }) => {
      if (!url.includes('/accounts/')) handledCount += 1
      return json(LIST)
    }, chaos),
  )
  const send = (path = 'api/v2/assets/', init: RequestInit = {}) =>
    transport(new Request(`https://kf.example.org/${path}`, init))
  return { send, chaos, handledCount: () => handledCount }
}

const bodyOf = async (response: Promise<Response>) => (await response).text()
const outcomeOf = async (response: Promise<Response>) =>
  response.then(
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
  ])('%s is answered without handling the request', async (name, status) => {
    const { send, handledCount } = serve(name)
    expect((await send()).status).toBe(status)
    expect(handledCount()).toBe(0)
  })

  it.each<FaultName>(['cut', 'offline'])('%s loses the request', async (name) => {
    const { send, handledCount } = serve(name)
    await expect(send()).rejects.toThrow(TypeError)
    expect(handledCount()).toBe(0)
  })

  it('answer-lost and 504 handle the request, but lose the response', async () => {
    const answerLost = serve('answer-lost')
    await expect(answerLost.send()).rejects.toThrow(TypeError)
    const gatewayTimeout = serve('504')
    expect((await gatewayTimeout.send()).status).toBe(504)
    expect([answerLost.handledCount(), gatewayTimeout.handledCount()]).toEqual([1, 1])
  })

  it('cut-body fails in the middle, truncated ends early, empty has no body', async () => {
    await expect(bodyOf(serve('cut-body').send())).rejects.toThrow(TypeError)
    const truncatedBody = await bodyOf(serve('truncated').send())
    expect(whole.startsWith(truncatedBody)).toBe(true)
    expect(() => JSON.parse(truncatedBody) as unknown).toThrow(SyntaxError)
    expect(await bodyOf(serve('empty').send())).toBe('')
  })

  it.each<FaultName>(['latency', 'jitter', 'slow-first-byte', 'slow-body', 'out-of-order'])(
    '%s does not change the response',
    async (name) => {
      expect(await bodyOf(serve(`${name}:20`).send())).toBe(whole)
    },
  )

  it('login-redirect is followed, refused or opaque, by the redirect mode', async () => {
    const { send } = serve('login-redirect')
    const response = await send()
    expect(response.redirected).toBe(true)
    expect(response.url).toContain('/accounts/login/?next=/api/v2/assets/')
    expect(await response.text()).toContain('<form')
    await expect(send('me/', { redirect: 'error' })).rejects.toThrow(TypeError)
    expect(await send('me/', { redirect: 'manual' })).toMatchObject({ type: 'opaqueredirect', ok: false })
  })

  it('unreadable-item changes the first item of a list, but keeps its uid', async () => {
    const { results } = (await (await serve('unreadable-item').send()).json()) as typeof LIST
    expect(results).toEqual([{ uid: 'a1', name: { unreadable: 'name' } }, LIST.results[1]])
    expect(await (await serve('wrong-shape').send()).json()).not.toHaveProperty('results')
  })

  it('hang and delays end when the request is aborted', async () => {
    for (const chaosText of ['hang', 'latency:60000', 'slow-first-byte:60000']) {
      const controller = new AbortController()
      const response = bodyOf(serve(chaosText).send('me/', { signal: controller.signal }))
      setTimeout(() => controller.abort(new DOMException('', 'AbortError')), 10)
      await expect(response).rejects.toMatchObject({ name: 'AbortError' })
    }
  })

  it('out-of-order answers a later request first', async () => {
    const { send } = serve('out-of-order:60000')
    const order: string[] = []
    const sendAndNote = async (name: string) => {
      await send()
      order.push(name)
    }
    await Promise.all([sendAndNote('first'), sendAndNote('second')])
    expect(order).toEqual(['second', 'first'])
  })
})

describe('the requests that a fault applies to', () => {
  const outcomesOf = async (chaosText: string, count = 12) => {
    const { send } = serve(chaosText)
    const outcomes: (number | string)[] = []
    for (let at = 0; at < count; at++) outcomes.push(await outcomeOf(send()))
    return outcomes
  }

  it('are selected by method and by a part of the path', async () => {
    const { send } = serve('500;on=write,404;path=/data/$')
    expect(await outcomeOf(send())).toBe(200)
    expect(await outcomeOf(send('api/v2/assets/a1/data/'))).toBe(404)
    expect(await outcomeOf(send('api/v2/assets/a1/data/1/'))).toBe(200)
    expect(await outcomeOf(send('api/v2/assets/a1/', { method: 'PATCH' }))).toBe(500)
  })

  it('are selected by their number', async () => {
    expect(await outcomesOf('500;after=1;times=2', 5)).toEqual([200, 500, 500, 200, 200])
  })

  it('are selected at random, but always the same for the same seed', async () => {
    const outcomes = await outcomesOf('500;one-in=3')
    expect(outcomes).toContain(200)
    expect(outcomes).toContain(500)
    expect(await outcomesOf('500;one-in=3')).toEqual(outcomes)
    expect(await outcomesOf('500;one-in=3,seed=2')).not.toEqual(outcomes)
  })
})

describe('the control over HTTP', () => {
  const control = { method: 'POST', body: '503;times=1' }

  it('sets, returns and removes the faults', async () => {
    const { send } = serve('')
    await send('__chaos', control)
    expect(await outcomeOf(send())).toBe(503)
    expect(await outcomeOf(send())).toBe(200)
    expect(await (await send('__chaos')).json()).toEqual({
      chaos: '503;times=1',
      log: [
        { method: 'GET', path: '/api/v2/assets/', faults: ['503'] },
        { method: 'GET', path: '/api/v2/assets/', faults: [] },
      ],
    })
    expect(await (await send('__chaos', { method: 'DELETE' })).json()).toEqual({ chaos: '', log: [] })
  })

  it('keeps the current faults if the text is invalid', async () => {
    const { send } = serve('503')
    expect(await outcomeOf(send('__chaos', { method: 'POST', body: 'teapot' }))).toBe(400)
    expect(await outcomeOf(send())).toBe(503)
  })
})
