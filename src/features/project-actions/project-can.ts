import { lastSegment } from '#/api/addresses.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'

/** What can be done to projects. */
export type ActionKind =
  'archive' | 'unarchive' | 'delete' | 'tag' | 'untag' | 'share' | 'stopSharing' | 'clone' | 'download'

/** Why an action is not possible on a project. */
export type Obstacle =
  'draft' | 'archived' | 'notArchived' | 'notEditor' | 'notManager' | 'notOwner' | 'noTags' | 'notShared'

/** The permissions that a user has, from the list's own `permissions`: everyone sees their own [0347]. */
function holds({ owner__username: owner, permissions }: AssetListItem, username: string, codename: string): boolean {
  return (
    owner === username ||
    permissions.some(({ user, permission }) => lastSegment(user) === username && lastSegment(permission) === codename)
  )
}

/** Why an action is not possible on a project; `null` where it is. Without a request: the server has the last word. */
export function obstacleTo(kind: ActionKind, project: AssetListItem, username: string): Obstacle | null {
  const status = project.deployment_status
  const may = (codename: string) => holds(project, username, codename)
  switch (kind) {
    case 'archive':
      if (!may('change_asset')) return 'notEditor'
      return status === 'deployed' ? null : status === 'archived' ? 'archived' : 'draft' // [1404]
    case 'unarchive':
      if (!may('change_asset')) return 'notEditor'
      return status === 'archived' ? null : 'notArchived'
    case 'delete':
      return project.owner__username === username ? null : 'notOwner' // [0419]
    case 'tag':
      return may('change_asset') ? null : 'notEditor' // [0382]
    case 'untag':
      if (!may('change_asset')) return 'notEditor'
      return project.tag_string === '' ? 'noTags' : null
    case 'share':
      return may('manage_asset') ? null : 'notManager' // [0626]
    case 'stopSharing':
      if (!may('manage_asset')) return 'notManager'
      return peopleOf(project).length > 0 ? null : 'notShared'
    case 'clone':
    case 'download':
      return null // whoever sees a project can [0412]
  }
}

/** The usernames of those a project is shared with, without its owner and public access. */
export function peopleOf({ owner__username: owner, permissions }: AssetListItem): string[] {
  const names = permissions.map(({ user }) => lastSegment(user))
  return [...new Set(names)].filter((name) => name !== owner && name !== 'AnonymousUser')
}

/** Projects by whether an action is possible on them. */
export interface Possibility {
  possible: AssetListItem[]
  /** How many are not, by reason. */
  obstacles: Map<Obstacle, number>
}

export function possibilityOf(kind: ActionKind, projects: Iterable<AssetListItem>, username: string): Possibility {
  const possible: AssetListItem[] = []
  const obstacles = new Map<Obstacle, number>()
  for (const project of projects) {
    const obstacle = obstacleTo(kind, project, username)
    if (obstacle === null) possible.push(project)
    else obstacles.set(obstacle, (obstacles.get(obstacle) ?? 0) + 1)
  }
  return { possible, obstacles }
}
