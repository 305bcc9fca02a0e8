import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handlerOf } from '#/features/project-actions/jobs/project-handlers.ts'
import { newProjectJob, type ProjectJob } from '#/features/project-actions/jobs/project-job.ts'
import { saveForms } from '#/features/project-actions/jobs/save-forms.ts'
import { countOutcomes, resumed } from '#/lib/batch-job/batch-job.ts'
import { jobRunner } from '#/lib/batch-job/run-job.ts'

/** Downloads the forms of projects before they are deleted: a file for one, a ZIP file for several. */
export function FormOffer({ projects }: { projects: readonly { uid: string; name: string }[] }) {
  const { t } = useTranslation('project-actions')
  const client = useQueryClient()
  const [job, setJob] = useState<ProjectJob | null>(null)
  const count = projects.length
  const isBusy = job?.phase === 'running'
  const counts = job && countOutcomes(job)

  const start = async () => {
    let current = resumed(newProjectJob({ kind: 'download' }, projects))
    setJob(current)
    const store = {
      get: () => current,
      update: (change: (job: ProjectJob) => ProjectJob) => setJob((current = change(current))),
    }
    await jobRunner(store, handlerOf(client, current.action)).run()
    await saveForms(current)
  }
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        loading={isBusy}
        onClick={() => void start()}
      >
        {t('delete.forms', { count })}
      </Button>
      {counts && !isBusy && (
        <p role="status">
          {counts.done === counts.total
            ? t('delete.formsSaved', { count: counts.done })
            : t('delete.formsMissing', { count: counts.total - counts.done })}
          {job?.fault?.message && ` ${job.fault.message}`}
        </p>
      )}
    </div>
  )
}
