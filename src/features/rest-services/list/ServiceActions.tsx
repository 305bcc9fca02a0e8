import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { deleteHook, setHookActive } from '#/api/kpi/hooks/mutations.ts'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from '#/features/rest-services/services.module.css'

interface ServiceActionsProps {
  assetUid: string
  hook: Hook
  onEdit: () => void
  onDeleted?: () => void
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Edits, pauses, resumes and deletes a service. Pausing and deleting say first what is lost. */
export function ServiceActions({ assetUid, hook, onEdit, onDeleted }: ServiceActionsProps) {
  const { t } = useTranslation('services')
  const [isPausing, pausing] = useDisclosure(false)
  const [isDeleting, deleting] = useDisclosure(false)
  const setActive = useMutation(setHookActive(assetUid))
  const { name, uid, active } = hook
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil {...ICON} />}
        aria-label={t('action.editNamed', { name })}
        onClick={onEdit}
      >
        {t('action.edit')}
      </Button>
      {active ? (
        <Button
          variant="default"
          aria-haspopup="dialog"
          leftSection={<IconPlayerPause {...ICON} />}
          aria-label={t('action.pauseNamed', { name })}
          onClick={pausing.open}
        >
          {t('action.pause')}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay {...ICON} className="fb-flip" />}
          aria-label={t('action.resumeNamed', { name })}
          loading={setActive.isPending}
          onClick={() => setActive.mutate({ uid, active: true })}
        >
          {t('action.resume')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="brick"
        aria-haspopup="dialog"
        leftSection={<IconTrash {...ICON} />}
        aria-label={t('action.deleteNamed', { name })}
        onClick={deleting.open}
      >
        {t('action.delete')}
      </Button>
      {setActive.error && !isPausing && (
        <div className={classes.wide}>
          <ErrorPanel
            isChange
            kind={setActive.error.kind}
            title={t(active ? 'failed.pause' : 'failed.resume')}
            message={setActive.error.message}
          />
        </div>
      )}
      {isPausing && (
        <ConfirmDialog
          opened
          title={t('pause.title', { name })}
          confirmLabel={t('action.pause')}
          confirmIcon={<IconPlayerPause {...ICON} />}
          pending={setActive.isPending}
          onClose={pausing.close}
          onConfirm={() => setActive.mutate({ uid, active: false }, { onSuccess: pausing.close })}
        >
          <p>{t('pause.text')}</p>
          {setActive.error && (
            <ErrorPanel
              isChange
              kind={setActive.error.kind}
              title={t('failed.pause')}
              message={setActive.error.message}
            />
          )}
        </ConfirmDialog>
      )}
      {isDeleting && (
        <DeleteService assetUid={assetUid} hook={hook} onClose={deleting.close} {...(onDeleted && { onDeleted })} />
      )}
    </>
  )
}

interface DeleteServiceProps extends Pick<ServiceActionsProps, 'assetUid' | 'hook' | 'onDeleted'> {
  onClose: () => void
}

function DeleteService({ assetUid, hook, onClose, onDeleted }: DeleteServiceProps) {
  const { t } = useTranslation('services')
  const format = useFormat()
  const remove = useMutation(deleteHook(assetUid))
  const { success_count: sent, pending_count: pending, failed_count: failed } = hook
  return (
    <ConfirmDialog
      opened
      hue="brick"
      title={t('delete.title', { name: hook.name })}
      confirmLabel={t('delete.confirm')}
      confirmIcon={<IconTrash {...ICON} />}
      pending={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(hook.uid, {
          onSuccess: () => {
            onClose()
            onDeleted?.()
          },
        })
      }
    >
      <p>{t('delete.log', { count: sent + pending + failed })}</p>
      {pending + failed > 0 && <p>{t('delete.undelivered', { count: pending + failed })}</p>}
      <p>{t('delete.kept', { sent: format.number(sent) })}</p>
      {remove.error && (
        <ErrorPanel isChange kind={remove.error.kind} title={t('failed.delete')} message={remove.error.message} />
      )}
    </ConfirmDialog>
  )
}
