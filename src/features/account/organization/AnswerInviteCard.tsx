import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastSegment } from '#/api/addresses.ts'
import { answerOrganizationInvite } from '#/api/kpi/organizations/mutations.ts'
import { type InviteId, inviteInLink, organizationQueries } from '#/api/kpi/organizations/queries.ts'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './organization.module.css'

/** Answers an invitation to another organization. The server lists none: the link is in its email. */
export function AnswerInviteCard() {
  const { t } = useTranslation('account')
  const [link, setLink] = useState('')
  const [id, setId] = useState<InviteId | null>(null)
  const [isWrong, setWrong] = useState(false)
  return (
    <Card title={t('join.title')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          const found = inviteInLink(link)
          setId(found)
          setWrong(found === null)
        }}
      >
        <p>{t('join.text')}</p>
        <TextInput
          label={t('join.link')}
          dir="ltr"
          autoComplete="off"
          value={link}
          onChange={({ currentTarget }) => {
            setLink(currentTarget.value)
            setWrong(false)
          }}
          error={isWrong ? t('join.wrong') : null}
        />
        <div className={classes.actions}>
          <Button type="submit" variant="default" disabled={link.trim() === ''}>
            {t('join.show')}
          </Button>
        </div>
        {id && <Answer key={id.guid} id={id} />}
      </form>
    </Card>
  )
}

function Answer({ id }: { id: InviteId }) {
  const { t } = useTranslation('account')
  const { data: invite, error, refetch } = useQuery(organizationQueries.invite(id))
  const answer = useMutation(answerOrganizationInvite())
  const [isUnderstood, setUnderstood] = useState(false)
  if (error) {
    return (
      <ErrorPanel
        kind={error.kind}
        {...(error.kind === 'not-found' && { title: t('join.notFound'), explanation: t('join.notFoundText') })}
        message={error.message}
        onRetry={() => void refetch()}
      />
    )
  }
  if (!invite) return <p role="status">{t('loading')}</p>
  const inviteNames = { organization: invite.organization_name, username: lastSegment(invite.invited_by) }
  if (answer.data)
    return <p role="status">{t(answer.data.status === 'accepted' ? 'join.accepted' : 'join.declined')}</p>
  if (invite.status !== 'pending') return <p role="status">{t('join.closed', inviteNames)}</p>
  return (
    <>
      <Note hue="ochre" icon={IconAlertTriangle} title={t('join.from', inviteNames)}>
        <ul className={classes.list}>
          <li>{t('join.projects', inviteNames)}</li>
          <li>{t('join.manage', inviteNames)}</li>
          <li>{t('join.final')}</li>
        </ul>
      </Note>
      <Checkbox
        label={t('join.understood')}
        checked={isUnderstood}
        onChange={({ currentTarget }) => setUnderstood(currentTarget.checked)}
      />
      <div className={classes.actions}>
        <Button
          variant="default"
          disabled={answer.isPending}
          onClick={() => answer.mutate({ url: invite.url, answer: 'declined' })}
        >
          {t('join.decline')}
        </Button>
        <Button
          color="brick"
          disabled={!isUnderstood}
          loading={answer.isPending}
          onClick={() => answer.mutate({ url: invite.url, answer: 'accepted' })}
        >
          {t('join.accept')}
        </Button>
      </div>
      {answer.error && (
        <ErrorPanel
          isChange
          kind={answer.error.kind}
          title={t('join.failed')}
          {...(answer.error.kind === 'conflict' && { explanation: t('join.closed', inviteNames) })}
          message={answer.error.message}
        />
      )}
    </>
  )
}
