import { NativeSelect } from '@mantine/core'
import { IconArrowsSort, IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { isSortable, sortKey } from '#/dataset/model/sort.ts'
import { SortingContext } from '#/features/table/columns/sort-context.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import classes from './SortControl.module.css'

const NEWEST_FIRST = ''

/**
 * Selects the column and direction by which rows are sorted. All columns are options only once the pointer or the focus is
 * there: the browser measures more than a thousand of them, those of a wide form, longer than it takes to render its rows.
 */
export function SortControl({ columns }: { columns: readonly DataColumn[] }) {
  const display = useDisplay()
  const { t } = display
  const { sort, onSortChange } = useContext(SortingContext)
  const [isUsed, setUsed] = useState(false)
  const listAll = () => setUsed(true)
  const options = columns.filter((column) => isSortable(column) && (isUsed || sortKey(column) === sort?.field))
  const Icon = sort?.descending ? IconSortDescending : IconSortAscending
  return (
    <div className={classes.sort}>
      <NativeSelect
        className={classes.labels ?? ''}
        aria-label={t('sort.label')}
        title={t('sort.label')}
        leftSection={<IconArrowsSort size={16} stroke={1.75} aria-hidden />}
        value={sort?.field ?? NEWEST_FIRST}
        onChange={({ currentTarget: { value } }) =>
          onSortChange(value === NEWEST_FIRST ? null : { field: value, descending: false })
        }
        onFocus={listAll}
        onPointerEnter={listAll}
        data={[
          { value: NEWEST_FIRST, label: t('sort.newestFirst') },
          ...options.map((column) => ({ value: sortKey(column), label: columnName(column, display) })),
        ]}
      />
      {sort && (
        <IconButton
          variant="default"
          className={classes.direction ?? ''}
          label={t(sort.descending ? 'sort.descending' : 'sort.ascending')}
          onClick={() => onSortChange({ ...sort, descending: !sort.descending })}
        >
          <Icon size={16} stroke={1.75} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
