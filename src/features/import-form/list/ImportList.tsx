import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Card } from '#/ui/Card.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import type { ImportPaths } from './ImportActions.tsx'
import { ImportLine } from './ImportLine.tsx'
import classes from './ImportList.module.css'
import { canRetry, hasEnded, resultOf, urgencyOf } from '#/features/import-form/job/import-progress.ts'
import { cancelImport, dismissImports, keepWaiting, restartImport } from '#/features/import-form/job/run-imports.ts'
import { useImports } from '#/features/import-form/job/use-import-jobs.ts'

/** Every import of this tab: those with a problem first, then those that are running, the newest first. */
export function ImportList(paths: ImportPaths) {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const imports = useImports().toSorted((one, other) => urgencyOf(one.progress) - urgencyOf(other.progress))
  const isAnyDone = imports.some(({ progress }) => progress.stage === 'done')
  const { data: projects = [] } = useQuery({ ...assetQueries.names(), enabled: isAnyDone })
  const ended = imports.filter(({ progress }) => hasEnded(progress))
  const failed = imports.filter(({ progress, source }) => canRetry(progress, source))
  const queued = imports.filter(({ progress }) => progress.stage === 'queued')
  const repeated = imports.filter(({ progress }) => progress.stage === 'repeated')
  const list = useRef<HTMLUListElement>(null)
  /** The button goes, and the focus with it: it moves to the list. */
  const action = (label: string, act: () => void, variant = 'default') => (
    <Button
      variant={variant}
      onClick={() => {
        act()
        list.current?.focus()
      }}
    >
      {label}
    </Button>
  )
  const retryFailed = () => {
    for (const { id, source, progress } of failed) {
      if (progress.stage === 'lost') keepWaiting(client, id)
      else if (source !== undefined) restartImport(client, id, source)
    }
  }
  const cancelQueued = () => {
    for (const { id } of queued) cancelImport(client, id)
  }
  const idsOf = (some: typeof imports) => some.map(({ id }) => id)

  const title = () => {
    const results = imports.map(({ progress }) => resultOf(progress))
    const countOf = (result: (typeof results)[number]) => results.filter((one) => one === result).length
    const counts = {
      count: imports.length,
      ended: ended.length,
      imported: countOf('imported'),
      notImported: countOf('notImported'),
      uncertain: countOf('uncertain'),
    }
    if (counts.uncertain > 0) return t('list.titleUncertain', counts)
    return t(counts.notImported > 0 ? 'list.titleNotAll' : 'list.title', counts)
  }

  if (imports.length === 0)
    return (
      <Card title={t('list.label')} flush>
        <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
      </Card>
    )
  return (
    <Card
      title={title()}
      flush
      actions={
        <>
          {failed.length > 1 && action(t('list.retryFailed', { count: failed.length }), retryFailed)}
          {queued.length > 1 && action(t('list.cancelQueued', { count: queued.length }), cancelQueued, 'subtle')}
          {repeated.length > 1 &&
            action(
              t('list.leaveOut', { count: repeated.length }),
              () => dismissImports(client, idsOf(repeated)),
              'subtle',
            )}
          {ended.length > 0 && action(t('list.dismiss'), () => dismissImports(client, idsOf(ended)), 'subtle')}
        </>
      }
    >
      <ul className={classes.list} ref={list} tabIndex={-1} aria-label={t('list.label')}>
        {imports.map((item) => (
          <ImportLine key={item.id} item={item} projects={projects} {...paths} />
        ))}
      </ul>
    </Card>
  )
}
