import { IconLogout, IconUserMinus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import type { Person } from '#/api/kpi/permissions/people.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { AccessDiffers } from '#/features/sharing/parts/AccessDiffers.tsx'
import { Name, Sentence } from '#/features/sharing/parts/sentences.tsx'
import { usePermissionPhrases } from '#/features/sharing/parts/use-permission-phrases.ts'

interface RemoveDialogProps {
  assetUid: string
  /** The user to remove, as shown when the dialog opened; `null`: closed. */
  person: Person | null
  owner: string
  /** The user leaves the project themselves. */
  isYou: boolean
  onClose: () => void
  onRemoved: (username: string) => void
}

/** Confirms that all access of a user is revoked, and lists what they lose. */
export function RemoveDialog({ assetUid, person, owner, isYou, onClose, onRemoved }: RemoveDialogProps) {
  const { t } = useTranslation('sharing')
  const { everything } = usePermissionPhrases()
  const remove = useMutation(changeAccess(assetUid))
  const name = person?.username ?? ''
  const what = person ? everything(person) : ''
  const difference = remove.data?.state === 'differs' ? remove.data.difference : null
  const Icon = isYou ? IconLogout : IconUserMinus

  const close = () => {
    remove.reset()
    onClose()
  }

  return (
    <ConfirmDialog
      opened={person !== null}
      title={isYou ? t('leave.title') : <Sentence of="remove.title" name={name} />}
      hue="brick"
      {...(isYou && { cancelLabel: t('leave.stay') })}
      confirmLabel={t(isYou ? 'leave.confirm' : 'remove.confirm')}
      confirmIcon={<Icon size={16} className={isYou ? 'fb-flip' : undefined} aria-hidden />}
      pending={remove.isPending}
      onClose={close}
      onConfirm={() => {
        if (!person) return
        remove.mutate(
          { username: name, from: difference?.now ?? person, to: new Set() },
          {
            onSuccess: ({ state }) => state !== 'differs' && onRemoved(name),
          },
        )
      }}
    >
      <p>
        {isYou ? (
          t('leave.loses', { what })
        ) : what !== '' ? (
          <Sentence of="remove.loses" name={name} what={what} />
        ) : (
          <Sentence of="remove.closed" name={name} />
        )}
      </p>
      <p>
        {isYou ? (
          <Trans t={t} i18nKey="leave.again" components={{ owner: <Name>{owner}</Name> }} />
        ) : (
          <Sentence of="remove.stays" name={name} />
        )}{' '}
        {person?.held.has('partial_submissions') && t('remove.limited')}
      </p>
      {difference && <AccessDiffers difference={difference} isPending={remove.isPending} />}
      {remove.error && (
        <ErrorPanel
          isChange
          kind={remove.error.kind}
          title={t(isYou ? 'leave.failed' : 'remove.failed')}
          message={remove.error.message}
        />
      )}
    </ConfirmDialog>
  )
}
