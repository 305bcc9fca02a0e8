import { setTimeout } from 'node:timers/promises'

/** Asks again every half second until an answer is wanted. @throws Error after a minute, or the signal's reason */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
  signal: AbortSignal,
): Promise<Answer> {
  for (let attempts = 0; attempts < 120; attempts += 1) {
    const answer = await ask()
    if (isWanted(answer)) return answer
    await setTimeout(500, undefined, { signal })
  }
  throw new Error('It did not come to an end within a minute')
}
