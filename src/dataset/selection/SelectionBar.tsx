import { Button } from '@mantine/core'
import { useEventListener } from '@mantine/hooks'
import type { ReactNode, RefObject } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import classes from './SelectionBar.module.css'
import { type Selection, useDeferredSelection } from './selection.ts'

interface SelectionBarProps {
  rows: readonly Submission[]
  /** How many the filter finds; `null` until it is known. */
  count: number | null
  isFiltered: boolean
  /** Takes the focus when the bar goes. */
  table: RefObject<HTMLDivElement | null>
  /** What can be done to the selection. */
  children?: ReactNode
}

/** How many submissions are selected, and what can be done to them. There from the first, so that it is heard. */
export function SelectionBar({ rows, count, isFiltered, table, children }: SelectionBarProps) {
  const { t } = useDisplay()
  const selection = useDeferredSelection()
  const { ids, isAll } = selection
  const isEmpty = !isAll && ids.size === 0
  const clear = () => {
    selection.clear()
    table.current?.focus({ preventScroll: true })
  }
  // Of the page's own events: a menu or dialog of the bar stands elsewhere in the page, and closes by itself.
  const bar = useEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear()
  })
  return (
    // A region as long as it has a name.
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
            {!isAll && count !== null && count > ids.size && (
              <Button variant="subtle" onClick={selection.chooseAll}>
                {t(isFiltered ? 'selection.allThatMatch' : 'selection.all', { count })}
              </Button>
            )}
            <Button variant="subtle" aria-keyshortcuts="Escape" onClick={clear}>
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
  rows: readonly Submission[]
  count: number | null
}

/** Said with those that are not in sight: nobody is to forget them. */
function SelectionCount({ selection: { ids, isAll, has }, rows, count }: SelectionCountProps) {
  const { t } = useDisplay()
  if (isAll) return count === null ? null : t(`selection.allSelected`, { count })
  if (ids.size === 0) return null
  const elsewhere = ids.size - rows.reduce((sum, { _id }) => sum + (has(_id) ? 1 : 0), 0)
  const selected = t('selection.selected', { count: ids.size })
  return elsewhere > 0 ? `${selected}, ${t('selection.elsewhere', { count: elsewhere })}` : selected
}
