import { useTranslation } from 'react-i18next'
import type { LoadedRows } from '#/dataset/rows/use-lazy-columns.ts'
import { useFormat } from '#/i18n/use-format.ts'

interface SearchedRowsNoteProps {
  loaded: Pick<LoadedRows, 'rows' | 'count' | 'scrolls'>
  /** Columns whose answers have not come. */
  coming: number
}

/** In which rows one looks: nobody is to take what is not found there for not sent. */
export function SearchedRowsNote({ loaded, coming }: SearchedRowsNoteProps) {
  const { t } = useTranslation('finding')
  const format = useFormat()
  const { rows, count: of, scrolls } = loaded
  const count = rows.length
  const total = format.number(of ?? count)
  const isAll = of !== null && count >= of
  return (
    <>
      {isAll ? t('reach.all', { count }) : t(scrolls ? 'reach.scroll' : 'reach.page', { count, total })}
      {coming > 0 && ` ${t('reach.coming', { count: coming })}`}
    </>
  )
}
