import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { newProjectJob } from '#/features/project-actions/jobs/project-job.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ProjectNames } from './ProjectNames.tsx'
import type { ActionDialogProps } from './dialog-props.ts'

/** Says what a download of forms gives. */
export function DownloadDialog({ projects, onStart, onClose }: ActionDialogProps) {
  const { t } = useTranslation('project-actions')
  const count = projects.length
  return (
    <ConfirmDialog
      opened
      title={t('download.title', { count })}
      confirmLabel={t('download.confirm', { count })}
      confirmIcon={<IconDownload size={16} stroke={1.75} aria-hidden />}
      ready={count > 0}
      onConfirm={() => onStart(newProjectJob({ kind: 'download' }, projects))}
      onClose={onClose}
    >
      <p>{t('download.text', { count })}</p>
      <ProjectNames projects={projects} />
    </ConfirmDialog>
  )
}
