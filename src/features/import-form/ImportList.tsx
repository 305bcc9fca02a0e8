import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Card } from '#/ui/Card.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import type { ImportPaths } from './ImportActions.tsx'
import { ImportLine } from './ImportLine.tsx'
import classes from './ImportList.module.css'
import { hasEnded, resultOf, urgencyOf } from './import-progress.ts'
import { dismissImports } from './run-imports.ts'
import { useImports } from './use-import-jobs.ts'

/** Every import of this tab: those with a problem first, then those that are running, the newest first. */
export function ImportList(paths: ImportPaths) {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const imports = useImports().toSorted((one, other) => urgencyOf(one.progress) - urgencyOf(other.progress))
  const isAnyDone = imports.some(({ progress }) => progress.stage === 'done')
  const { data: projects = [] } = useQuery({ ...assetQueries.names(), enabled: isAnyDone })
  const ended = imports.filter(({ progress }) => hasEnded(progress))

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
        ended.length > 0 && (
          <Button
            variant="subtle"
            onClick={() =>
              dismissImports(
                client,
                ended.map(({ id }) => id),
              )
            }
          >
            {t('list.dismiss')}
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {imports.map((item) => (
          <ImportLine key={item.id} item={item} projects={projects} {...paths} />
        ))}
      </ul>
    </Card>
  )
}
