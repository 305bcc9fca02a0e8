import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'

/** Why a user cannot be added, as far as it is known without a request. */
export type UsernameProblem = 'empty' | 'anonymous' | 'owner' | 'already'

export function usernameProblem(
  username: string,
  { owner, others }: { owner: string; others: readonly { username: string }[] },
): UsernameProblem | undefined {
  if (username === '') return 'empty'
  if (username.toLowerCase() === ANONYMOUS.toLowerCase()) return 'anonymous'
  if (username === owner) return 'owner'
  return others.some((other) => other.username === username) ? 'already' : undefined
}
