import { MultiSelect } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newProjectJob } from '#/features/project-actions/jobs/project-job.ts'
import { peopleOf, possibilityOf } from '#/features/project-actions/project-can.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { Obstacles } from './Obstacles.tsx'
import { ProjectNames } from './ProjectNames.tsx'
import type { ActionDialogProps } from './dialog-props.ts'

/** Takes all access to projects from people. */
export function StopSharingDialog({ projects, username, onStart, onClose }: ActionDialogProps) {
  const { t } = useTranslation('project-actions')
  const [chosen, setChosen] = useState<string[]>([])
  const possibility = possibilityOf('stopSharing', projects, username)
  const known = [...new Set(possibility.possible.flatMap(peopleOf))].toSorted()
  const affected = possibility.possible.filter((project) => peopleOf(project).some((name) => chosen.includes(name)))
  const count = affected.length
  return (
    <ConfirmDialog
      opened
      title={t('stopSharing.title', { count: possibility.possible.length })}
      hue="brick"
      confirmLabel={t('stopSharing.confirm', { count })}
      confirmIcon={<IconUserMinus size={16} stroke={1.75} aria-hidden />}
      ready={count > 0}
      onConfirm={() => onStart(newProjectJob({ kind: 'stopSharing', usernames: chosen }, affected))}
      onClose={onClose}
    >
      <p>{t('stopSharing.text')}</p>
      <Obstacles {...possibility} />
      <MultiSelect
        label={t('stopSharing.people')}
        description={t('stopSharing.peopleHelp')}
        data={known}
        value={chosen}
        onChange={setChosen}
        searchable
        nothingFoundMessage={t('stopSharing.nobody')}
        openOnFocus={false}
        data-autofocus
      />
      {chosen.includes(username) && <p role="alert">{t('stopSharing.yourself')}</p>}
      {count > 0 && <ProjectNames projects={affected} />}
    </ConfirmDialog>
  )
}
