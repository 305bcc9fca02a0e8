import type { AccessLog } from '#/api/kpi/access-logs/schema.ts'

/** How an account was used, from KPI's `auth_type`: a sign-in in a browser has the name of KPI's own code. */
export type AccessKind =
  'key' | 'password' | 'app' | 'submissions' | 'browser' | 'administrator' | 'refused' | 'unknown'

/** The kind of an access (KPI's `authentication.py` and `audit_log/models.py`; `token` in 1348). */
export function kindOf({ action, metadata: { auth_type: type } }: AccessLog): AccessKind {
  if (action === 'auth-failed') return 'refused'
  switch (type) {
    case 'token':
      return 'key'
    case 'basic':
    case 'https basic':
    case 'digest':
      return 'password'
    case 'oauth2':
    case 'authorized-application':
      return 'app'
    case 'submission':
    case 'submission-group':
      return 'submissions'
    case 'django-loginas':
      return 'administrator'
    default:
      return type?.includes('.') ? 'browser' : 'unknown'
  }
}

/** Entries of one kind, program and address in a row, newest first. */
export interface AccessFold {
  kind: AccessKind
  entries: readonly [AccessLog, ...AccessLog[]]
  /** The requests or submissions of all of them: the server counts submissions by the hour. */
  requests: number
}

const keyOf = (entry: AccessLog) =>
  JSON.stringify([
    kindOf(entry),
    entry.metadata.source,
    entry.metadata.ip_address,
    entry.metadata.auth_type,
    entry.metadata.initial_user_username,
  ])

/** Folds runs of the same kind, program and address: the server has a row for each request with a key [2497]. */
export function foldAccesses(entries: readonly AccessLog[]): AccessFold[] {
  const runs: [AccessLog, ...AccessLog[]][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run && keyOf(run[0]) === keyOf(entry)) run.push(entry)
    else runs.push([entry])
  }
  return runs.map((run) => ({
    kind: kindOf(run[0]),
    entries: run,
    requests: run.reduce((sum, { count = 1 }) => sum + count, 0),
  }))
}
