import { Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import type { ApiError } from '#/api/errors.ts'
import type { ProjectPage } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { collectProjects } from './collect-projects.ts'

interface CollectProjectsProps {
  page: ProjectPage
  /** How many match, as the list says. */
  count: number
  onClose: () => void
  /** The dialog for all that match. */
  children: (projects: readonly AssetListItem[]) => ReactNode
}

/** Reads all projects that match, with progress; it can be cancelled. Then it shows the dialog of the action. */
export function CollectProjects({ page, count, onClose, children }: CollectProjectsProps) {
  const { t } = useTranslation('project-actions')
  const format = useFormat()
  const client = useQueryClient()
  const [attempt, setAttempt] = useState(0)
  const [done, setDone] = useState(0)
  const [error, setError] = useState<ApiError | null>(null)
  const [projects, setProjects] = useState<readonly AssetListItem[] | null>(null)
  const search = JSON.stringify(page.search)
  useEffect(() => {
    const abort = new AbortController()
    setError(null)
    setDone(0)
    collectProjects(
      client,
      { ...page, search: JSON.parse(search) as ProjectPage['search'] },
      setDone,
      abort.signal,
    ).then(
      (all) => !abort.signal.aborted && setProjects(all),
      (thrown: unknown) => !abort.signal.aborted && setError(apiErrors.from(thrown)),
    )
    return () => abort.abort()
    // The page and the order of the list make no difference.
    // eslint-disable-next-line react/exhaustive-deps
  }, [client, search, attempt])

  if (projects) return children(projects)
  return (
    <ConfirmDialog opened title={t('collecting.title')} onClose={onClose}>
      {error ? (
        <ErrorPanel
          kind={error.kind}
          title={t('collecting.failed')}
          message={error.message}
          onRetry={() => setAttempt(attempt + 1)}
        />
      ) : (
        <>
          <p role="status">{t('collecting.text', { done: format.number(done), total: format.number(count) })}</p>
          <Progress aria-label={t('collecting.title')} value={(100 * done) / Math.max(1, count)} />
        </>
      )}
    </ConfirmDialog>
  )
}
