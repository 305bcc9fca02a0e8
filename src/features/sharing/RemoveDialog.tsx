import { IconLogout, IconUserMinus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import type { Person } from '#/api/kpi/permissions/people.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { AccessDiffers } from './AccessDiffers.tsx'
import { usePhrases } from './use-phrases.ts'
import { Name, Sentence } from './words.tsx'

interface RemoveDialogProps {
  assetUid: string
  /** Whose access ends; `null`: closed. As they were when it was asked. */
  person: Person | null
  owner: string
  /** Leaving, then, rather than removing somebody. */
  isYou: boolean
  onClose: () => void
  onRemoved: (username: string) => void
}

/** Takes all access away from one person, or from oneself: says first what is lost. */
export function RemoveDialog({ assetUid, person, owner, isYou, onClose, onRemoved }: RemoveDialogProps) {
  const { t } = useTranslation('sharing')
  const { everything } = usePhrases()
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
      cancelLabel={t(isYou ? 'leave.stay' : 'remove.keep')}
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
          words={remove.error.message}
        />
      )}
    </ConfirmDialog>
  )
}
