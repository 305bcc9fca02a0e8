import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '#/ui/Card.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import type { ImportPaths } from './ImportActions.tsx'
import { ImportLine } from './ImportLine.tsx'
import classes from './ImportList.module.css'
import { hasEnded } from './import-progress.ts'
import { dismissImports } from './run-imports.ts'
import { useImports } from './use-import-jobs.ts'

/** Every import of this tab, newest first. */
export function ImportList(paths: ImportPaths) {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const imports = useImports()
  const ended = imports.filter(({ progress }) => hasEnded(progress))

  if (imports.length === 0)
    return (
      <Card title={t('list.label')} flush>
        <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
      </Card>
    )
  return (
    <Card
      title={t('list.title', { ended: ended.length, count: imports.length })}
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
            {t('list.clear')}
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {imports.map((item) => (
          <ImportLine key={item.id} item={item} {...paths} />
        ))}
      </ul>
    </Card>
  )
}
