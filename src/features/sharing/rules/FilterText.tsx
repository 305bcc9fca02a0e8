import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { RowRuleFilter } from '#/api/kpi/permissions/partial.ts'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { FilterSummary } from '#/dataset/filter/FilterSummary.tsx'
import { columnsOf, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { filterColumns } from '#/dataset/model/filter-operators.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { readMongoQuery } from '#/dataset/sources/kpi/read-query.ts'
import classes from '#/features/sharing/parts/sharing.module.css'

interface FilterTextProps {
  filter: RowRuleFilter
  content: FormContent
}

/** A filter in words, or as JSON where no words say the same. */
export function FilterText({ filter, content }: FilterTextProps) {
  const display = useNewDisplay(0)
  const form = formOf(content)
  const read = readMongoQuery(filter, form)
  if (!read) return <FilterCode filter={filter} />
  return (
    <DisplayProvider value={display}>
      <FilterSummary filter={read} columns={filterColumns(SYSTEM_COLUMNS, columnsOf(form))} />
    </DisplayProvider>
  )
}

/** A filter as the server has it. */
export function FilterCode({ filter }: { filter: RowRuleFilter }) {
  return (
    <code className={classes.code}>
      <bdi dir="ltr">{JSON.stringify(filter)}</bdi>
    </code>
  )
}
