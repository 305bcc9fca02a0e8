import { Radio } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { FilterSummary } from '#/dataset/filter/FilterSummary.tsx'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import type { SubmissionFilter } from '#/dataset/query/filter.ts'
import classes from './ExportDialog.module.css'

interface ExportRowChoiceProps {
  filter: SubmissionFilter
  /** All that the filter may name. */
  columns: ReadonlyMap<string, SubmissionColumn>
  count: number
  chosen: ReadonlySet<number>
  /** `null`: all that the filter finds. */
  ids: ReadonlySet<number> | null
  onIds: (ids: ReadonlySet<number> | null) => void
}

/** Which submissions: asked only where some are ticked. */
export function ExportRowChoice({ filter, columns, count, chosen, ids, onIds }: ExportRowChoiceProps) {
  const { t } = useTranslation('exporting')
  const isFiltered = filter.parts.length > 0
  const all = (
    <>
      {t(isFiltered ? 'rows.match' : 'rows.all', { count })}
      {isFiltered && ' '}
      {isFiltered && (
        <Trans
          t={t}
          i18nKey="rows.where"
          components={{ filter: <FilterSummary filter={filter} columns={columns} /> }}
        />
      )}
    </>
  )
  if (chosen.size === 0) return <p className={classes.text}>{all}</p>
  return (
    <Radio.Group
      label={t('rows.label')}
      value={ids ? 'chosen' : 'all'}
      onChange={(value) => onIds(value === 'chosen' ? chosen : null)}
    >
      <div className={classes.options}>
        <Radio value="chosen" label={t('rows.chosen', { count: chosen.size })} />
        <Radio value="all" label={all} />
      </div>
    </Radio.Group>
  )
}
