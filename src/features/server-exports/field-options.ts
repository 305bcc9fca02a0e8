import { analysisFieldsOf } from '#/api/kpi/advanced-features/schema.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import type { Display } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { labelIn } from '#/dataset/model/form.ts'
import type { FieldOption } from './FieldChoice.tsx'

/**
 * What `fields` can name: questions, metadata, and notes on questions, which are left out unless their own names are in
 * the list [2061, 2062].
 */
export function fieldOptions(
  asset: Pick<Asset, 'analysis_form_json'>,
  columns: ReadonlyMap<string, DataColumn>,
  display: Display,
): FieldOption[] {
  const named = [...columns.values()].filter(({ source }) => source !== 'repeat' && source !== 'supplement')
  const titleOf = (column: DataColumn) => {
    const groups = column.source === 'question' ? column.question.groups : []
    return [...groups.map((group) => labelIn(group, display.language)), columnName(column, display)].join(' › ')
  }
  return [
    ...named.map((column) => ({ value: column.id, label: titleOf(column) })),
    // The source and the check of a note come with it.
    ...analysisFieldsOf(asset.analysis_form_json).flatMap(({ name, label, language, type, source }) => {
      const column = columns.get(source)
      return column
        ? [{ value: name, label: `${titleOf(column)} – ${label ?? [type, language].filter(Boolean).join(' ')}` }]
        : []
    }),
  ]
}
