import { labelIn } from '#/api/kpi/form/questions.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { type Display, useDisplay } from './display.ts'

/** How a column is called in the reader's choice of labels. */
export function columnName(column: SubmissionColumn, { t, language }: Pick<Display, 't' | 'language'>): string {
  switch (column.source) {
    case 'system':
      return t(`column.${column.kind}`)
    case 'question':
      return column.question.isOther && language !== null
        ? t('column.other', { name: labelIn(column.question, language) })
        : labelIn(column.question, language)
    case 'repeat':
      return labelIn(column.group, language)
    case 'unknown':
      return column.id
  }
}

/** A column's name; XML names stay left-to-right. */
export function ColumnLabel({ column }: { column: SubmissionColumn }) {
  const reading = useDisplay()
  const isXmlName = column.source === 'unknown' || (column.source !== 'system' && reading.language === null)
  return <bdi dir={isXmlName ? 'ltr' : 'auto'}>{columnName(column, reading)}</bdi>
}
