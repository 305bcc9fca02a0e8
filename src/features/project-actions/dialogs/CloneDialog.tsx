import { Checkbox, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newProjectJob } from '#/features/project-actions/jobs/project-job.ts'
import { obstacleTo } from '#/features/project-actions/project-can.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ProjectNames } from './ProjectNames.tsx'
import type { ActionDialogProps } from './dialog-props.ts'

const MAX_LENGTH = 255

/** Clones projects: with a name for one, or an addition to the name for several. */
export function CloneDialog({ projects, username, onStart, onClose }: ActionDialogProps) {
  const { t } = useTranslation('project-actions')
  const [only] = projects.length === 1 ? projects : []
  const [name, setName] = useState(only ? t('clone.nameOf', { name: only.name }).slice(0, MAX_LENGTH) : '')
  const [withSharing, setWithSharing] = useState(false)
  const [withMedia, setWithMedia] = useState(true)
  const copyNames = new Map(
    projects.map((project) => [
      project.uid,
      only ? name.trim() : t('clone.nameOf', { name: project.name }).slice(0, MAX_LENGTH),
    ]),
  )
  // Who has access to a project is known only to those who manage it.
  const managed = projects.filter((project) => obstacleTo('share', project, username) === null).length
  const count = projects.length
  return (
    <ConfirmDialog
      opened
      title={t('clone.title', { count })}
      confirmLabel={t('clone.confirm', { count })}
      confirmIcon={<IconCopy size={16} stroke={1.75} aria-hidden />}
      ready={!only || (name.trim() !== '' && name.trim().length <= MAX_LENGTH)}
      onConfirm={() => onStart(newProjectJob({ kind: 'clone', copyNames, withSharing, withMedia }, projects))}
      onClose={onClose}
    >
      <p>{t('clone.text', { count })}</p>
      {only ? (
        <TextInput
          label={t('clone.name')}
          dir="auto"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={
            name.trim() === ''
              ? t('clone.nameMissing')
              : name.trim().length > MAX_LENGTH && t('clone.nameTooLong', { max: MAX_LENGTH })
          }
          data-autofocus
        />
      ) : (
        <>
          <p>{t('clone.names')}</p>
          <ProjectNames projects={projects} />
        </>
      )}
      <Checkbox
        label={t('clone.media')}
        description={t('clone.mediaHelp')}
        checked={withMedia}
        onChange={({ currentTarget }) => setWithMedia(currentTarget.checked)}
      />
      <Checkbox
        label={t('clone.sharing')}
        description={
          managed < count ? t('clone.sharingNotManaged', { count: count - managed }) : t('clone.sharingHelp')
        }
        disabled={managed < count}
        checked={withSharing}
        onChange={({ currentTarget }) => setWithSharing(currentTarget.checked)}
      />
    </ConfirmDialog>
  )
}
