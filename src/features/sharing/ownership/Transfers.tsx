import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { lastSegment } from '#/api/addresses.ts'
import { answerInvite } from '#/api/kpi/ownership/mutations.ts'
import { ownershipQueries } from '#/api/kpi/ownership/queries.ts'
import type { OwnershipInvite } from '#/api/kpi/ownership/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Card } from '#/ui/Card.tsx'
import { RelativeTime } from '#/ui/RelativeTime.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { InviteAnswers } from './InviteAnswers.tsx'
import { Person } from './Person.tsx'
import classes from './ownership.module.css'

/** The invites to take over projects that the current user got and sent. They are requested when this page is opened. */
export function Transfers() {
  return (
    <TextPage>
      <InviteCard mode="recipient" />
      <InviteCard mode="sender" />
    </TextPage>
  )
}

function InviteCard({ mode }: { mode: 'recipient' | 'sender' }) {
  const { t } = useTranslation('sharing')
  const { data, error, refetch } = useQuery({ ...ownershipQueries.invites(mode), meta: { showsError: true } })
  return (
    <Card title={t(`transfer.list.${mode}`)} flush>
      {error ? (
        <div className={classes.padded}>
          <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
        </div>
      ) : !data ? (
        <p role="status" className={classes.padded}>
          {t('transfer.list.loading')}
        </p>
      ) : data.results.length === 0 ? (
        <EmptyState title={t(`transfer.list.none_${mode}`)} />
      ) : (
        <ul className={classes.invites}>
          {data.results.map((invite) => (
            <InviteRow key={invite.url} invite={invite} mode={mode} />
          ))}
        </ul>
      )}
      {data && <UnreadableItems kind="invite" items={data.unreadable} />}
    </Card>
  )
}

const STATUSES = ['pending', 'in_progress', 'complete', 'declined', 'cancelled'] as const

function InviteRow({ invite, mode }: { invite: OwnershipInvite; mode: 'recipient' | 'sender' }) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const withdraw = useMutation(answerInvite())
  const { url, sender, recipient, transfers, status: state, date_created: date } = invite
  const status = STATUSES.find((known) => known === state)
  const person = lastSegment(mode === 'recipient' ? sender : recipient)
  return (
    <li className={classes.invite}>
      <div className={classes.inviteHead}>
        <p>
          <Trans
            t={t}
            i18nKey={`transfer.list.from_${mode}`}
            count={transfers.length}
            components={{ name: <Person>{person}</Person> }}
          />
        </p>
        <span className={classes.small}>
          {status ? t(`transfer.status.${status}`) : state} · <RelativeTime iso={date} />
        </span>
      </div>
      {transfers.length > 0 && (
        <p>
          <bdi>{format.list(transfers.map(({ asset__name: name }) => name))}</bdi>
        </p>
      )}
      {transfers.some((transfer) => typeof transfer.error === 'string' && transfer.error !== '') && (
        <p className={classes.small}>
          {transfers.flatMap(({ error }) => (typeof error === 'string' ? error : [])).join(' ')}
        </p>
      )}
      {status === 'pending' && mode === 'recipient' && <InviteAnswers url={url} />}
      {status === 'pending' && mode === 'sender' && (
        <Button
          variant="default"
          className={classes.withdraw ?? ''}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ url, answer: 'cancelled' })}
        >
          {t('transfer.withdraw')}
        </Button>
      )}
      {withdraw.error && (
        <ErrorPanel
          isChange
          kind={withdraw.error.kind}
          title={t('transfer.failed.cancelled')}
          message={withdraw.error.message}
        />
      )}
    </li>
  )
}
