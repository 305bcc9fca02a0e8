import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'

/** Why somebody cannot be added, as far as that is known without asking the server. */
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
