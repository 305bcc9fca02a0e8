import { Button } from '@mantine/core'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useNewRows } from '#/dataset/rows/use-new-rows.ts'
import classes from './NewRowsNotice.module.css'
import { useWorkspace } from './workspace-context.ts'

/** Says that new rows have arrived, and shows them on demand. Always there, to be announced. */
export function NewRowsNotice() {
  const { t } = useDisplay()
  const { dataset, query, setQuery, table } = useWorkspace()
  const count = useNewRows(dataset)
  const isEmpty = count === 0
  const show = () => {
    dataset.result.showNew()
    if (query.page > 1) setQuery({ ...query, page: 1 }, { replace: false })
    table.current?.focus({ preventScroll: true })
  }
  return (
    <div className={classes.line} data-empty={isEmpty || undefined}>
      <span role="status">{!isEmpty && t('rows.new', { count })}</span>
      {!isEmpty && (
        <Button variant="subtle" onClick={show}>
          {t('rows.show', { count })}
        </Button>
      )}
    </div>
  )
}
