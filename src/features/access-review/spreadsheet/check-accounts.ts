import type { QueryClient } from '@tanstack/react-query'
import { userQueries } from '#/api/kpi/users/queries.ts'

/** Accounts that are asked about at the same time. */
const CONCURRENCY = 4

/**
 * Asks the server a few names at a time: the username as the server has it, or `null` if there is no such account.
 * @throws ApiError of the first request that fails; the signal's reason
 */
export async function checkAccounts(
  client: QueryClient,
  names: readonly string[],
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<ReadonlyMap<string, string | null>> {
  const accounts = new Map<string, string | null>()
  const queue = names.values()
  const work = async () => {
    for (const name of queue) {
      signal.throwIfAborted()
      const user = await client.query({ ...userQueries.byName(name), staleTime: 60_000 })
      accounts.set(name, user?.username ?? null)
      onProgress(accounts.size, names.length)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  signal.throwIfAborted()
  return accounts
}
