import { Button } from '@mantine/core'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { useReading } from '#/dataset/answers/display.ts'
import { useNewSubmissions } from '#/dataset/rows/use-new-rows.ts'
import classes from './NewRowsNotice.module.css'

interface NewSubmissionsProps {
  assetUid: string
  wanted: MongoQuery | undefined
  /** The newest `_id` among those that are looked at. */
  upTo: number | null
  /** Shows those up to this `_id`. */
  onShow: (upTo: number) => void
}

/** Says that more has been sent. It is there from the first, so that it is heard; the rows stay until one asks. */
export function NewSubmissions({ assetUid, wanted, upTo, onShow }: NewSubmissionsProps) {
  const { t } = useReading()
  const { count, id } = useNewSubmissions(assetUid, wanted, upTo)
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
