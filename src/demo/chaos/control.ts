import { badRequest, json } from '#/demo/answers.ts'
import type { Transport } from '#/demo/transport.ts'
import type { Chaos } from './chaos.ts'
import { ChaosGrammarError } from './grammar.ts'

const CONTROL = '/__chaos'

/**
 * The chaos of a demo server, ruled over HTTP: `POST /__chaos` with the words of the grammar begins another, `DELETE`
 * ends it, `GET` tells which it is and what was asked since it began.
 */
export function withChaos(transport: Transport, chaos: Chaos): Transport {
  const inChaos = chaos.wrap(transport)
  return async (request) => {
    if (!new URL(request.url).pathname.endsWith(CONTROL)) return inChaos(request)
    try {
      if (request.method === 'POST') chaos.set(await request.text())
      if (request.method === 'DELETE') chaos.set('')
    } catch (error) {
      if (error instanceof ChaosGrammarError) return badRequest({ detail: error.message })
      throw error
    }
    return json({ chaos: chaos.text(), log: chaos.log() })
  }
}
