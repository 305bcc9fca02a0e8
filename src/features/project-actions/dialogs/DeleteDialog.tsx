import { heldDeletion } from '#/features/project-actions/jobs/project-job.ts'
import { possibilityOf } from '#/features/project-actions/project-can.ts'
import { DeleteProjects } from './DeleteProjects.tsx'
import { Obstacles } from './Obstacles.tsx'
import type { ActionDialogProps } from './dialog-props.ts'

/** Asks before projects are deleted. */
export function DeleteDialog({ projects, username, dataOffer, onStart, onClose }: ActionDialogProps) {
  const possibility = possibilityOf('delete', projects, username)
  const { possible } = possibility
  return (
    <DeleteProjects
      opened
      projects={possible}
      dataOffer={dataOffer}
      onConfirm={() => onStart(heldDeletion(possible))}
      onClose={onClose}
    >
      <Obstacles {...possibility} />
    </DeleteProjects>
  )
}
