import { Trans, useTranslation } from 'react-i18next'
import { FilterSummary } from '#/dataset/filter/FilterSummary.tsx'
import type { BulkDialogProps } from './BulkActions.tsx'

/** The filter in words, where an action is on all submissions that match. */
export function TargetSummary({ filter, columns, target }: Pick<BulkDialogProps, 'filter' | 'columns' | 'target'>) {
  const { t } = useTranslation('bulk')
  if (target.ids !== null) return null
  if (filter.parts.length === 0) return t('target.all')
  return (
    <Trans
      t={t}
      i18nKey="target.filtered"
      components={{ filter: <FilterSummary filter={filter} columns={columns.filterable} /> }}
    />
  )
}
