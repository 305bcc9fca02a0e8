import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeMemberRole, MEMBER_ROLES, removeMember } from '#/api/kpi/organizations/mutations.ts'
import type { Organization, OrganizationMember } from '#/api/kpi/organizations/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { RoleName } from './RoleName.tsx'
import classes from './organization.module.css'

interface MemberRowProps {
  organization: Organization
  member: OrganizationMember
  username: string
  isYou: boolean
  isAdmin: boolean
}

/** A member: role, date and two-factor authentication; for administrators another role, and removing. */
export function MemberRow({ organization, member, username, isYou, isAdmin }: MemberRowProps) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const change = useMutation(changeMemberRole(organization.id))
  const remove = useMutation(removeMember(organization.id))
  const [isAsking, setAsking] = useState(false)
  const { role, date_joined: joined, user__has_mfa_enabled: hasTwoFactor, user__extra_details__name: name } = member
  const current = MEMBER_ROLES.find((one) => one === role)
  const isEditable = isAdmin && !isYou && current !== undefined
  const facts = [
    joined !== null && t('organization.joined', { date: format.date(joined) }),
    hasTwoFactor !== null && t(hasTwoFactor ? 'organization.twoFactor' : 'organization.noTwoFactor'),
  ].filter(Boolean)

  return (
    <li className={classes.member}>
      <div className={classes.row}>
        <div className={classes.person}>
          <p>
            <b>
              <bdi>{username}</bdi>
            </b>
            {name && name !== username && (
              <>
                {' '}
                · <bdi>{name}</bdi>
              </>
            )}
            {isYou && ` · ${t('organization.you')}`}
          </p>
          <p className={classes.small}>{facts.join(' · ')}</p>
        </div>
        {isEditable ? (
          <>
            <NativeSelect
              aria-label={t('organization.roleOf', { username })}
              data={MEMBER_ROLES.map((value) => ({ value, label: t(`organization.role.${value}`) }))}
              value={current}
              disabled={change.isPending}
              onChange={({ currentTarget }) => {
                const to = MEMBER_ROLES.find((one) => one === currentTarget.value)
                if (to) change.mutate({ username, from: current, to })
              }}
            />
            <Button
              variant="subtle"
              color="brick"
              aria-label={t('organization.removeOf', { username })}
              onClick={() => setAsking(true)}
            >
              {t('organization.remove')}
            </Button>
          </>
        ) : (
          <span>
            <RoleName role={role} />
          </span>
        )}
      </div>
      {change.error && (
        <ErrorPanel
          isChange
          kind={change.error.kind}
          title={t('organization.roleNotChanged')}
          message={change.error.message}
        />
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t('organization.removeQuestion', { username })}
        hue="brick"
        confirmLabel={t('organization.removeConfirm')}
        pending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ username }, { onSuccess: () => setAsking(false) })}
      >
        <p>{t('organization.removeText', { username })}</p>
        {remove.error && (
          <ErrorPanel
            isChange
            kind={remove.error.kind}
            title={t('organization.notRemoved')}
            message={remove.error.message}
          />
        )}
      </ConfirmDialog>
    </li>
  )
}
