import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useContext } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { isSortable, sortKey } from '#/dataset/model/sort.ts'
import { SortingContext } from '#/features/table/columns/sort-context.ts'
import classes from './SortControl.module.css'

const NEWEST_FIRST = ''

/** By what the submissions are sorted, and which way. */
export function SortControl({ columns }: { columns: readonly SubmissionColumn[] }) {
  const reading = useDisplay()
  const { t } = reading
  const { sort, onSort } = useContext(SortingContext)
  const Icon = sort?.descending ? IconSortDescending : IconSortAscending
  return (
    <div className={classes.sort}>
      <NativeSelect
        className={classes.labels ?? ''}
        aria-label={t('sort.label')}
        value={sort?.field ?? NEWEST_FIRST}
        onChange={({ currentTarget: { value } }) =>
          onSort(value === NEWEST_FIRST ? null : { field: value, descending: false })
        }
        data={[
          { value: NEWEST_FIRST, label: t('sort.newestFirst') },
          ...columns.filter(isSortable).map((column) => ({
            value: sortKey(column),
            label: t('sort.by', { column: columnName(column, reading) }),
          })),
        ]}
      />
      {sort && (
        <ActionIcon
          variant="default"
          className={classes.direction ?? ''}
          aria-label={t(sort.descending ? 'sort.descending' : 'sort.ascending')}
          onClick={() => onSort({ ...sort, descending: !sort.descending })}
        >
          <Icon size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
