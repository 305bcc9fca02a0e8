import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { useDisplay } from './display.ts'

/** The title of a row: its answer in the title column, or else a text with its `_id`. */
export function useRowTitle(row: Pick<Row, '_id'>, title: DataColumn | undefined): string {
  const { t } = useDisplay()
  const answer = title?.source === 'question' && Object.hasOwn(row, title.id) ? answerOf(row, title.id) : null
  return answer !== null && !isBlank(answer) ? answer : t('untitled', { id: row._id })
}
