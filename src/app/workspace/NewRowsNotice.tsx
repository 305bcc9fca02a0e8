import { Button } from '@mantine/core'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useNewRows } from '#/dataset/rows/use-new-rows.ts'
import classes from './NewRowsNotice.module.css'

interface NewRowsNoticeProps {
  assetUid: string
  wanted: MongoQuery | undefined
  /** The newest `_id` among those that are looked at. */
  upTo: number | null
  /** Shows those up to this `_id`. */
  onShow: (upTo: number) => void
}

/** Says that more has been sent. It is there from the first, so that it is heard; the rows stay until one asks. */
export function NewRowsNotice({ assetUid, wanted, upTo, onShow }: NewRowsNoticeProps) {
  const { t } = useDisplay()
  const { count, id } = useNewRows(assetUid, wanted, upTo)
  const isEmpty = count === 0 || id === null
  return (
    <div className={classes.line} data-empty={isEmpty || undefined}>
      <span role="status">{!isEmpty && t('rows.new', { count })}</span>
      {!isEmpty && (
        <Button variant="subtle" onClick={() => onShow(id)}>
          {t('rows.show', { count })}
        </Button>
      )}
    </div>
  )
}
