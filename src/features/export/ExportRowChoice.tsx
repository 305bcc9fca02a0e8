import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { FilterSummary } from '#/dataset/filter/FilterSummary.tsx'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import classes from './ExportDialog.module.css'
import type { ExportOptions } from './export-request.ts'

type RowChoice = Pick<ExportOptions, 'ids' | 'ignoresFilter'>

interface ExportRowChoiceProps {
  filter: RowFilter
  /** The columns that a filter may name, by id. */
  columns: ReadonlyMap<string, DataColumn>
  /** How many match the filter. */
  count: number
  /** How many there are; `null` if it is not known. */
  total: number | null
  selectedIds: ReadonlySet<number>
  options: RowChoice
  onChoice: (choice: RowChoice) => void
}

/** Which submissions to export: a choice if some are selected or a filter is set, else a text. */
export function ExportRowChoice(props: ExportRowChoiceProps) {
  const { filter, columns, count, total, selectedIds, options, onChoice } = props
  const { t } = useTranslation('exporting')
  const isFiltered = filter.parts.length > 0
  const matching = (
    <Trans
      t={t}
      i18nKey="rows.matching"
      count={count}
      components={{ filter: <FilterSummary filter={filter} columns={columns} /> }}
    />
  )
  const choices: { value: string; label: ReactNode; choice: RowChoice }[] = [
    ...(selectedIds.size > 0
      ? [
          {
            value: 'selected',
            label: t('rows.selected', { count: selectedIds.size }),
            choice: { ids: selectedIds, ignoresFilter: false },
          },
        ]
      : []),
    ...(isFiltered ? [{ value: 'matching', label: matching, choice: { ids: null, ignoresFilter: false } }] : []),
    ...(!isFiltered || total !== null
      ? [
          {
            value: 'all',
            label: t('rows.all', { count: isFiltered ? (total ?? count) : count }),
            choice: { ids: null, ignoresFilter: isFiltered },
          },
        ]
      : []),
  ]
  const [only] = choices
  if (choices.length === 1 && only) return <p className={classes.text}>{only.label}</p>
  const value = options.ids ? 'selected' : isFiltered && !options.ignoresFilter ? 'matching' : 'all'
  return (
    <Radio.Group
      label={t('rows.label')}
      value={value}
      onChange={(next) => {
        const chosen = choices.find((one) => one.value === next)
        if (chosen) onChoice(chosen.choice)
      }}
    >
      <div className={classes.options}>
        {choices.map((one) => (
          <Radio key={one.value} value={one.value} label={one.label} />
        ))}
      </div>
    </Radio.Group>
  )
}
