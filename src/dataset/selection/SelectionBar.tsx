import { Button } from '@mantine/core'
import { useEventListener } from '@mantine/hooks'
import type { ReactNode, RefObject } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { Row } from '#/dataset/model/row.ts'
import classes from './SelectionBar.module.css'
import { type Selection, useDeferredSelection } from './selection.ts'

interface SelectionBarProps {
  rows: readonly Row[]
  /** How many rows match the filter; `null` until it is known. */
  count: number | null
  isFiltered: boolean
  /** Whether it shares its line with others: then it offers no larger selection. */
  isCompact?: boolean
  /** Gets the focus when the selection is cleared. */
  table: RefObject<HTMLDivElement | null>
  /** The actions on the selection. */
  children?: ReactNode
}

/** How many rows are selected, and the actions on them. Always rendered, so that its status is announced. */
export function SelectionBar({ rows, count, isFiltered, isCompact = false, table, children }: SelectionBarProps) {
  const { t } = useDisplay()
  const selection = useDeferredSelection()
  const { ids, isAll } = selection
  const isEmpty = !isAll && ids.size === 0
  const clear = () => {
    selection.clear()
    table.current?.focus({ preventScroll: true })
  }
  // A listener on the element: React events would also come from menus and dialogs of the bar, which handle Escape.
  const bar = useEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear()
  })
  return (
    // A region only while it has a name.
    <section
      ref={bar}
      className={classes.bar}
      data-empty={isEmpty || undefined}
      aria-label={isEmpty ? undefined : t('selection.label')}
    >
      <span role="status" className={classes.count}>
        <SelectionCount selection={selection} rows={rows} count={count} />
      </span>
      {!isEmpty && (
        <>
          <div className={classes.reach}>
            {!isCompact && !isAll && count !== null && count > ids.size && (
              <Button variant="default" onClick={selection.selectAll}>
                {t(isFiltered ? 'selection.allThatMatch' : 'selection.all', { count })}
              </Button>
            )}
            <Button variant="default" aria-keyshortcuts="Escape" onClick={clear}>
              {t('selection.clear')}
            </Button>
          </div>
          <div className={classes.actions}>{children}</div>
        </>
      )}
    </section>
  )
}

interface SelectionCountProps {
  selection: Selection
  rows: readonly Row[]
  count: number | null
}

/** The number of selected rows, and how many of them are not on this page. */
function SelectionCount({ selection: { ids, isAll, has }, rows, count }: SelectionCountProps) {
  const { t } = useDisplay()
  if (isAll) return count === null ? null : t(`selection.allSelected`, { count })
  if (ids.size === 0) return null
  const elsewhere = ids.size - rows.reduce((sum, { _id }) => sum + (has(_id) ? 1 : 0), 0)
  const selected = t('selection.selected', { count: ids.size })
  return elsewhere > 0 ? t('selection.selectedElsewhere', { selected, count: elsewhere }) : selected
}
