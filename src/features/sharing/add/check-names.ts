import type { QueryClient } from '@tanstack/react-query'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { usernameProblem } from './check-username.ts'

/** What is known of names that are to be added. */
export interface CheckedNames {
  /** Accounts by the names that the server has for them. */
  found: string[]
  /** Without an account. */
  unknown: string[]
  /** Those who have access already, and the owner, and what stands for anyone. */
  skipped: { name: string; reason: 'already' | 'owner' | 'anonymous' }[]
}

interface CheckOptions {
  owner: string
  others: readonly { username: string }[]
  signal: AbortSignal
  /** After each name. */
  onProgress: (done: number, total: number) => void
}

/** Names asked for at the same time. */
const CONCURRENCY = 3

/**
 * Asks the server for each name, a few at a time. Those that are known to be wrong are not asked for.
 * @throws ApiError of the first request that fails; the signal's reason
 */
export async function checkNames(
  client: QueryClient,
  names: readonly string[],
  { signal, onProgress, ...known }: CheckOptions,
): Promise<CheckedNames> {
  const skipped: CheckedNames['skipped'] = []
  const open: string[] = []
  for (const name of names) {
    const problem = usernameProblem(name, known)
    if (problem === undefined) open.push(name)
    else if (problem !== 'empty') skipped.push({ name, reason: problem })
  }
  const accounts = new Map<string, string | null>()
  const queue = open.values()
  const work = async () => {
    for (const name of queue) {
      signal.throwIfAborted()
      const user = await client.query({ ...userQueries.byName(name), staleTime: 60_000 })
      accounts.set(name, user?.username ?? null)
      onProgress(accounts.size, open.length)
    }
  }
  onProgress(0, open.length)
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  signal.throwIfAborted()
  const found = open.flatMap((name) => accounts.get(name) ?? [])
  return { found: [...new Set(found)], unknown: open.filter((name) => accounts.get(name) === null), skipped }
}
