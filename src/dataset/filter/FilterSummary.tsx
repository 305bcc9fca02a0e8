import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import type { SubmissionFilter } from '#/dataset/query/filter.ts'
import { ConditionText } from './ConditionText.tsx'

interface FilterSummaryProps {
  filter: SubmissionFilter
  columns: ReadonlyMap<string, SubmissionColumn>
}

/** A whole filter in a sentence. */
export function FilterSummary({ filter, columns }: FilterSummaryProps) {
  const { t } = useDisplay()
  return filter.parts.map((part, index) => {
    const conditions = 'conditions' in part ? part.conditions : [part]
    const join = 'conditions' in part ? part.join : 'and'
    const isGroup = conditions.length > 1 && filter.parts.length > 1
    return (
      <span key={JSON.stringify(part)}>
        {index > 0 && ` ${t(`filter.join.${filter.join}`)} `}
        {isGroup && '('}
        {conditions.map((condition, at) => (
          <span key={JSON.stringify(condition)}>
            {at > 0 && ` ${t(`filter.join.${join}`)} `}
            <ConditionText condition={condition} column={columns.get(condition.field)} />
          </span>
        ))}
        {isGroup && ')'}
      </span>
    )
  })
}
