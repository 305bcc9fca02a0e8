import { Anchor } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { connectionOf } from '#/api/client.ts'
import { profileFieldsOf } from '#/api/kpi/account/profile.ts'
import { accountQueries } from '#/api/kpi/account/queries.ts'
import type { Account } from '#/api/kpi/account/schema.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { organizationQueries } from '#/api/kpi/organizations/queries.ts'
import { ownershipQueries } from '#/api/kpi/ownership/queries.ts'
import { accountPageAddress } from '#/api/kpi/session/server-address.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import classes from './profile.module.css'

interface ProfilePageProps {
  /** Where projects that were offered to the person are accepted or declined. */
  transfersPath: string
}

/** The profile of the account, as the server's settings define it, and what belongs to the account. */
export function ProfilePage({ transfersPath }: ProfilePageProps) {
  const { t } = useTranslation('account')
  const account = useQuery(accountQueries.own())
  const form = useQuery(environmentQueries.profileForm())
  const organization = useQuery(organizationQueries.own())
  const failed = [account, form, organization].find(({ error }) => error)
  const isReady = account.data && form.data && organization.data

  return (
    <TextPage
      beside={
        <>
          {account.data && <AccountCard account={account.data} />}
          <OffersCard transfersPath={transfersPath} />
        </>
      }
    >
      <Card title={t('profile.title')}>
        {isReady ? (
          <ProfileForm
            account={account.data}
            fields={profileFieldsOf(form.data)}
            choices={form.data}
            isMember={organization.data.organization?.is_mmo === true}
          />
        ) : failed?.error ? (
          <ErrorPanel
            kind={failed.error.kind}
            message={failed.error.message}
            onRetry={() => void Promise.all([account, form, organization].map(async ({ refetch }) => refetch()))}
          />
        ) : (
          <p role="status">{t('loading')}</p>
        )}
      </Card>
    </TextPage>
  )
}

/** What cannot be changed here. */
function AccountCard({ account }: { account: Account }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const connection = connectionOf(useQueryClient())
  const page = connection ? accountPageAddress(connection, 'security') : null
  return (
    <Card title={t('profile.account')}>
      <dl className={classes.facts}>
        <dt>{t('profile.username')}</dt>
        <dd>
          <bdi>{account.username}</bdi>
        </dd>
        <dt>{t('profile.email')}</dt>
        <dd>
          <bdi>{account.email || t('profile.none')}</bdi>
        </dd>
        {account.date_joined !== undefined && (
          <>
            <dt>{t('profile.joined')}</dt>
            <dd>{format.date(account.date_joined)}</dd>
          </>
        )}
      </dl>
      <p className={classes.small}>{t('profile.emailHelp')}</p>
      {page !== null && (
        <Anchor href={page} target="_blank" rel="noreferrer">
          {t('profile.openServer')}
        </Anchor>
      )}
    </Card>
  )
}

/** How many projects wait for an answer. */
function OffersCard({ transfersPath }: ProfilePageProps) {
  const { t } = useTranslation('account')
  const { data, error, refetch } = useQuery({ ...ownershipQueries.invites('recipient'), meta: { showsError: true } })
  const open = data?.results.filter(({ status }) => status === 'pending').length
  return (
    <Card title={t('offers.title')}>
      {error ? (
        <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
      ) : (
        <p role={open === undefined ? 'status' : undefined}>
          {open === undefined ? t('loading') : open === 0 ? t('offers.none') : t('offers.open', { count: open })}
        </p>
      )}
      <Anchor component={Link} to={transfersPath}>
        {t('offers.link')}
      </Anchor>
    </Card>
  )
}
