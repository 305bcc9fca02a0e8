import { setTimeout } from 'node:timers/promises'

/**
 * Repeats a request until `isDone`: after 10 ms at first, then after twice as long, at most every half second.
 * @throws Error after a minute, or the signal's reason
 */
export async function poll<Result>(
  request: () => Promise<Result>,
  isDone: (result: Result) => boolean,
  signal: AbortSignal,
): Promise<Result> {
  for (let attempts = 0; attempts < 126; attempts += 1) {
    const result = await request()
    if (isDone(result)) return result
    await setTimeout(Math.min(500, 10 * 2 ** attempts), undefined, { signal })
  }
  throw new Error('Not finished within a minute')
}
