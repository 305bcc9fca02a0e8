import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { connectionOf } from '#/api/client.ts'
import { MEMBERS_PAGE, organizationQueries } from '#/api/kpi/organizations/queries.ts'
import type { Organization } from '#/api/kpi/organizations/schema.ts'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { InvitedRow } from './InvitedRow.tsx'
import { MemberRow } from './MemberRow.tsx'
import classes from './organization.module.css'

interface MembersCardProps {
  organization: Organization
  /** Whether the person may change roles and remove members. */
  isAdmin: boolean
}

/** The members of an organization, and those with an open invitation, a page at a time. */
export function MembersCard({ organization, isAdmin }: MembersCardProps) {
  const { t } = useTranslation('account')
  const you = connectionOf(useQueryClient())?.username
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useQuery(organizationQueries.members(organization.id, page))
  const pages = Math.ceil((data?.count ?? 0) / MEMBERS_PAGE)
  return (
    <Card title={t('organization.members')} aside={data && t('organization.count', { count: data.count })} flush>
      {error ? (
        <div className={classes.padded}>
          <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
        </div>
      ) : !data ? (
        <p role="status" className={classes.padded}>
          {t('loading')}
        </p>
      ) : (
        <ul className={classes.members}>
          {data.results.map((member) =>
            member.user__username === null ? (
              member.invite && <InvitedRow key={member.invite.url} invite={member.invite} isAdmin={isAdmin} />
            ) : (
              <MemberRow
                key={member.user__username}
                organization={organization}
                member={member}
                username={member.user__username}
                isYou={member.user__username === you}
                isAdmin={isAdmin}
              />
            ),
          )}
        </ul>
      )}
      {data && <UnreadableItems kind="member" items={data.unreadable} />}
      {pages > 1 && (
        <div className={`${classes.row} ${classes.padded}`}>
          <Button variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t('organization.previous')}
          </Button>
          <span role="status">{t('organization.page', { page, pages })}</span>
          <Button variant="default" disabled={page === pages} onClick={() => setPage(page + 1)}>
            {t('organization.next')}
          </Button>
        </div>
      )}
    </Card>
  )
}
