import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#/api/errors.ts'
import { type Codename, isSameSet } from '#/api/kpi/permissions/codenames.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import { type Access, NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import type { Handler } from './handler-types.ts'
import type { ProjectAction } from './project-job.ts'

type SharingAction = Extract<ProjectAction, { kind: 'share' | 'stopSharing' }>

/** A person whose access is to be changed. */
interface AccessChange {
  username: string
  from: Access
  to: ReadonlySet<Codename>
}

/** A person whose access is limited by row rules, which another role would lift. */
export class LimitedByRules extends ApiError {
  readonly username: string

  constructor(username: string) {
    super('conflict', '')
    this.username = username
  }
}

/**
 * The changes that a project needs, one for each person who has not what is wanted yet. The owner needs none [0624].
 * @throws LimitedByRules if a role were added to access that row rules limit: the rules would be lost [0610]
 */
function changesOf({ owner__username: owner, permissions }: AssetListItem, action: SharingAction): AccessChange[] {
  const people = toPeople(permissions)
  return action.usernames
    .filter((username) => username !== owner)
    .flatMap((username): AccessChange[] => {
      const person = people.find((other) => other.username === username)
      const from = person ?? NO_ACCESS
      if (action.kind === 'stopSharing') return person ? [{ username, from, to: new Set() }] : []
      const role = codenamesOf(action.role)
      const isLimited = from.held.has('partial_submissions')
      const to = action.isExact ? role : new Set([...from.held, ...role])
      if (isSameSet(to, from.held)) return []
      if (isLimited && !action.isExact) throw new LimitedByRules(username)
      return [{ username, from, to }]
    })
}

/** Shares projects with people, or stops sharing, person by person. */
export function sharingHandler(client: QueryClient, action: SharingAction): Pick<Handler, 'judge' | 'write'> {
  return {
    judge: (_uid, project, kept) => {
      if (!project) return { is: 'gone' }
      try {
        if (changesOf(project, action).length > 0) return null
        return { is: kept ? 'done' : 'unchanged' }
      } catch (error) {
        if (error instanceof LimitedByRules) return { is: 'failed', error }
        throw error
      }
    },
    write: async ([entry]) => {
      if (!entry) return null
      const { mutationFn } = changeAccess(entry.id)
      for (const change of changesOf(entry.item, action)) await mutationFn?.(change, { client, meta: undefined })
      return null
    },
  }
}
