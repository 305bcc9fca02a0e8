import { Anchor } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { connectionOf } from '#/api/client.ts'
import { ORGANIZATION_TYPES } from '#/api/kpi/account/profile.ts'
import { organizationQueries } from '#/api/kpi/organizations/queries.ts'
import type { Organization } from '#/api/kpi/organizations/schema.ts'
import { accountPageAddress } from '#/api/kpi/session/server-address.ts'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { SearchedProjects } from '#/features/account/projects/SearchedProjects.tsx'
import { AnswerInviteCard } from './AnswerInviteCard.tsx'
import { InviteCard } from './InviteCard.tsx'
import { MembersCard } from './MembersCard.tsx'
import { RoleName } from './RoleName.tsx'
import classes from './organization.module.css'

/** The organization of the account: its members, and joining another one by the link of an invitation. */
export function OrganizationPage({ projectPath }: { projectPath: (uid: string) => string }) {
  const { t } = useTranslation('account')
  const { data, error, refetch } = useQuery(organizationQueries.own())
  const organization = data?.organization
  const isAdmin = organization?.request_user_role === 'owner' || organization?.request_user_role === 'admin'
  return (
    <TextPage>
      {error ? (
        <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <p role="status">{t('loading')}</p>
      ) : organization ? (
        <>
          <FactsCard organization={organization} />
          {organization.is_mmo && <MembersCard organization={organization} isAdmin={isAdmin} />}
          {organization.is_mmo && isAdmin && <InviteCard organization={organization} />}
          {organization.is_mmo && isAdmin && (
            <Card title={t('organization.projects')} flush>
              <p className={classes.padded}>{t('organization.projectsText')}</p>
              <SearchedProjects
                queryOf={(page) => organizationQueries.projects(organization.id, page)}
                projectPath={projectPath}
              />
            </Card>
          )}
        </>
      ) : (
        <p>{t('organization.unknown')}</p>
      )}
      {data && organization?.is_mmo !== true && <AnswerInviteCard />}
    </TextPage>
  )
}

function FactsCard({ organization }: { organization: Organization }) {
  const { t } = useTranslation('account')
  const connection = connectionOf(useQueryClient())
  const page = connection ? accountPageAddress(connection, 'organization/settings') : null
  const { name, website, organization_type: type, request_user_role: role, is_mmo: hasMembers } = organization
  const known = ORGANIZATION_TYPES.find((one) => one === type)
  return (
    <Card title={t('sections.organization')}>
      <dl className={classes.facts}>
        <dt>{t('organization.name')}</dt>
        <dd>
          <bdi>{name}</bdi>
        </dd>
        {type !== undefined && type !== '' && (
          <>
            <dt>{t('organization.type')}</dt>
            <dd>{known ? t(`organizationType.${known}`) : type}</dd>
          </>
        )}
        {website !== undefined && website !== '' && (
          <>
            <dt>{t('organization.website')}</dt>
            <dd>
              <bdi dir="ltr">{website}</bdi>
            </dd>
          </>
        )}
        <dt>{t('organization.yourRole')}</dt>
        <dd>
          <RoleName role={role} />
        </dd>
      </dl>
      {!hasMembers && <p>{t('organization.alone')}</p>}
      {hasMembers && page !== null && (
        <p>
          <Anchor href={page} target="_blank" rel="noreferrer">
            {t('profile.openServer')}
          </Anchor>
        </p>
      )}
    </Card>
  )
}
