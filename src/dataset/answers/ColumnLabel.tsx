import type { DataColumn } from '#/dataset/model/columns.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { type Display, useDisplay } from './display.ts'

/** The label of a column in the selected language, or its XML name. */
export function columnName(column: DataColumn, { t, language }: Pick<Display, 't' | 'language'>): string {
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

/** A column's label as an element; XML names are left-to-right. */
export function ColumnLabel({ column }: { column: DataColumn }) {
  const display = useDisplay()
  const isXmlName = column.source === 'unknown' || (column.source !== 'system' && display.language === null)
  return <bdi dir={isXmlName ? 'ltr' : 'auto'}>{columnName(column, display)}</bdi>
}
