import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inviteMembers, MEMBER_ROLES, type MemberRole } from '#/api/kpi/organizations/mutations.ts'
import type { Organization } from '#/api/kpi/organizations/schema.ts'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import classes from './organization.module.css'

/** Invites somebody to the organization, who gets an email. */
export function InviteCard({ organization }: { organization: Organization }) {
  const { t } = useTranslation('account')
  const [invitee, setInvitee] = useState('')
  const [role, setRole] = useState<MemberRole>('member')
  const [isMissing, setMissing] = useState(false)
  const invite = useMutation(inviteMembers(organization.id))
  useUnsaved(invitee !== '')
  const refusal = invite.error?.fields['invitees']
  return (
    <Card title={t('organization.invite')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          const name = invitee.trim()
          setMissing(name === '')
          if (name !== '') invite.mutate({ invitees: [name], role }, { onSuccess: () => setInvitee('') })
        }}
      >
        <p>{t('organization.inviteText')}</p>
        <TextInput
          label={t('organization.invitee')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={invitee}
          onChange={({ currentTarget }) => {
            setInvitee(currentTarget.value)
            setMissing(false)
            if (!invite.isIdle) invite.reset()
          }}
          error={isMissing ? t('organization.inviteeMissing') : (refusal ?? null)}
        />
        <NativeSelect
          label={t('organization.inviteRole')}
          description={t(`organization.roleHelp.${role}`)}
          data={MEMBER_ROLES.map((value) => ({ value, label: t(`organization.role.${value}`) }))}
          value={role}
          onChange={({ currentTarget }) => setRole(currentTarget.value === 'admin' ? 'admin' : 'member')}
        />
        {invite.error && refusal === undefined && (
          <ErrorPanel
            isChange
            kind={invite.error.kind}
            title={t('organization.notInvited')}
            message={invite.error.message}
          />
        )}
        <div className={classes.actions}>
          <Button type="submit" loading={invite.isPending}>
            {t('organization.send')}
          </Button>
          <span role="status">{invite.isSuccess && t('organization.sent')}</span>
        </div>
      </form>
    </Card>
  )
}
