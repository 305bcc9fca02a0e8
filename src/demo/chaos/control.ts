import { badRequest, json } from '#/demo/responses.ts'
import type { Transport } from '#/demo/transport.ts'
import type { Chaos } from './chaos.ts'
import { ChaosGrammarError } from './grammar.ts'

const CONTROL_PATH = '/__chaos'

/**
 * Adds control over HTTP to a demo server: `POST /__chaos` with a text of the grammar sets the faults, `DELETE` removes
 * them, `GET` returns them and the log of requests.
 */
export function withChaos(transport: Transport, chaos: Chaos): Transport {
  const transportWithFaults = chaos.wrap(transport)
  return async (request) => {
    if (!new URL(request.url).pathname.endsWith(CONTROL_PATH)) return transportWithFaults(request)
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
