import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { bringBackVersion } from '#/api/kpi/versions/mutations.ts'
import type { Version } from '#/api/kpi/versions/schema.ts'
import { isUncertainFault } from '#/features/deployment/uncertain-fault.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { notify } from '#/ui/feedback/notify.ts'

interface BringBackDialogProps {
  asset: Asset
  version: Version
  onClosed: () => void
}

/** Says what bringing back a version does, and does it. It deploys nothing. */
export function BringBackDialog({ asset, version, onClosed }: BringBackDialogProps) {
  const { t } = useTranslation('deployment')
  const format = useFormat()
  const [opened, { close }] = useDisclosure(true)
  const bringBack = useMutation({ ...bringBackVersion(asset.uid), meta: { showsError: true } })
  const { error } = bringBack
  const number = version.version_number ?? ''
  const isRunning = version.uid === asset.deployed_version_id

  const confirm = () => {
    if (bringBack.isPending) return
    bringBack.mutate(
      { versionUid: version.uid, contentHash: version.content_hash, seenVersion: asset.version_id },
      {
        onSuccess: () => {
          close()
          void notify({ message: t(isRunning ? 'versions.ask.doneRunning' : 'versions.ask.done', { number }) })
        },
      },
    )
  }
  return (
    <ConfirmDialog
      opened={opened}
      title={t('versions.ask.title', { number })}
      confirmLabel={t('versions.ask.confirm')}
      pending={bringBack.isPending}
      onConfirm={confirm}
      onClose={close}
      onClosed={onClosed}
    >
      {error && (
        <ErrorPanel
          isChange
          kind={error.kind}
          title={t('versions.ask.failedTitle')}
          explanation={t(
            error.kind === 'conflict'
              ? 'versions.ask.conflict'
              : isUncertainFault(error)
                ? 'versions.ask.uncertain'
                : 'versions.ask.failed',
          )}
          message={error.message}
        />
      )}
      <p>{t('versions.ask.becomes', { number, date: format.date(version.date_deployed ?? '') })}</p>
      {unpublishedChanges(asset) === 'questions' && <p>{t('versions.ask.losesSaved')}</p>}
      <p>{t('versions.ask.stays')}</p>
      <p>
        <b>{t('versions.ask.notDeployed')}</b>
      </p>
      <p role="status">{bringBack.isPending && t('versions.ask.pending')}</p>
    </ConfirmDialog>
  )
}
