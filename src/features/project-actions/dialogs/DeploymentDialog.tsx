import { IconArchive, IconArchiveOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { newProjectJob } from '#/features/project-actions/jobs/project-job.ts'
import { possibilityOf } from '#/features/project-actions/project-can.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { Obstacles } from './Obstacles.tsx'
import { ProjectNames } from './ProjectNames.tsx'
import type { ActionDialogProps } from './dialog-props.ts'

/** Asks before projects are archived or unarchived. */
export function DeploymentDialog({
  kind,
  projects,
  username,
  onStart,
  onClose,
}: ActionDialogProps & { kind: 'archive' | 'unarchive' }) {
  const { t } = useTranslation('project-actions')
  const possibility = possibilityOf(kind, projects, username)
  const { possible } = possibility
  const count = possible.length
  const Icon = kind === 'archive' ? IconArchive : IconArchiveOff
  return (
    <ConfirmDialog
      opened
      title={t(`${kind}.title`, { count })}
      confirmLabel={t(`${kind}.confirm`, { count })}
      confirmIcon={<Icon size={16} stroke={1.75} aria-hidden />}
      ready={count > 0}
      onConfirm={() => onStart(newProjectJob({ kind }, possible))}
      onClose={onClose}
    >
      <p>{t(`${kind}.text`)}</p>
      <Obstacles {...possibility} />
      <ProjectNames projects={possible} />
    </ConfirmDialog>
  )
}
