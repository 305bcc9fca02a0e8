import { Trans, useTranslation } from 'react-i18next'
import { FilterSummary } from '#/dataset/filter/FilterSummary.tsx'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { isLimited, type RowScope } from './export-scope.ts'
import classes from './server-exports.module.css'

interface ScopeTextProps {
  scope: RowScope
  /** The columns that a filter may name, by id. */
  columns: ReadonlyMap<string, DataColumn>
}

/** Which submissions are exported, in words. */
export function ScopeText({ scope, columns }: ScopeTextProps) {
  const { t } = useTranslation('server-exports')
  const { filter, query, ids } = scope
  if (!isLimited(scope)) return <span>{t('scope.all')}</span>
  return (
    <>
      {ids && <span>{t('scope.selected', { count: ids.length })} </span>}
      {filter.parts.length > 0 && (
        <span>
          <Trans
            t={t}
            i18nKey="scope.filter"
            components={{ filter: <FilterSummary filter={filter} columns={columns} /> }}
          />
        </span>
      )}
      {query && (
        <span>
          {t('scope.query')}{' '}
          <code dir="ltr" className={classes.query}>
            {JSON.stringify(query)}
          </code>
        </span>
      )}
    </>
  )
}
