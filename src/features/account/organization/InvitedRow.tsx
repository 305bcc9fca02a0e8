import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lastSegment } from '#/api/addresses.ts'
import { withdrawOrganizationInvite } from '#/api/kpi/organizations/mutations.ts'
import type { OrganizationInvite } from '#/api/kpi/organizations/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { RoleName } from './RoleName.tsx'
import classes from './organization.module.css'

/** Somebody who was invited and has not answered; administrators can withdraw the invitation. */
export function InvitedRow({ invite, isAdmin }: { invite: OrganizationInvite; isAdmin: boolean }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const withdraw = useMutation(withdrawOrganizationInvite())
  const invitee = invite.invitee ?? ''
  return (
    <li className={classes.member}>
      <div className={classes.row}>
        <div className={classes.person}>
          <p>
            <b>
              <bdi>{invitee}</bdi>
            </b>{' '}
            · {t('organization.invited')}
          </p>
          <p className={classes.small}>
            {t('organization.invitedBy', {
              username: lastSegment(invite.invited_by),
              date: format.date(invite.created),
            })}
          </p>
        </div>
        <span>
          <RoleName role={invite.invitee_role} />
        </span>
        {isAdmin && (
          <Button
            variant="subtle"
            color="brick"
            aria-label={t('organization.withdrawOf', { username: invitee })}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ url: invite.url })}
          >
            {t('organization.withdraw')}
          </Button>
        )}
      </div>
      {withdraw.error && (
        <ErrorPanel
          isChange
          kind={withdraw.error.kind}
          title={t('organization.notWithdrawn')}
          {...(withdraw.error.kind === 'conflict' && {
            explanation: t('organization.joinedMeanwhile', { username: invitee }),
          })}
          message={withdraw.error.message}
        />
      )}
    </li>
  )
}
