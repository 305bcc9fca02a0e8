import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import type { PermissionAssignment } from '#/api/kpi/permissions/schema.ts'
import type { Unreadable } from '#/api/pagination.ts'
import { PublicAccess } from '#/features/sharing/public/PublicAccess.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { PeopleReadOnly } from '#/features/sharing/people/PeopleReadOnly.tsx'
import { RolesCard } from './RolesCard.tsx'

interface SharingProps {
  asset: Asset
  assignments: readonly PermissionAssignment[]
  unreadable: readonly Unreadable[]
  /** The current username. */
  you: string
  /** Whether the form for adding people is open at first. */
  startsAdding?: boolean
  onLeft: () => void
}

/** The Sharing page of a project: users, and public access. */
export function Sharing({ asset, assignments, unreadable, you, startsAdding = false, onLeft }: SharingProps) {
  const [said, announce] = useState('')
  const people = toPeople(assignments)
  const anyone = people.find(({ username }) => username === ANONYMOUS) ?? NO_ACCESS
  const others = people
    .filter(({ username }) => username !== ANONYMOUS && username !== asset.owner__username)
    .toSorted((one, other) => one.username.localeCompare(other.username))
  const props = { asset, others, you, onLeft }

  return (
    <TextPage beside={<RolesCard />}>
      {assetCan.share(asset) ? (
        <PeopleCard {...props} startsAdding={startsAdding} announce={announce} />
      ) : (
        <PeopleReadOnly {...props} />
      )}
      <UnreadableItems kind="permission" items={unreadable} />
      <PublicAccess asset={asset} anyone={anyone} peopleCount={others.length + 1} announce={announce} />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </TextPage>
  )
}
