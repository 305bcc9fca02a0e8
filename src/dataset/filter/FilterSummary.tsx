import type { DataColumn } from '#/dataset/model/columns.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import { ConditionText } from './ConditionText.tsx'
import { JoinedNodes } from './JoinedNodes.tsx'

interface FilterSummaryProps {
  filter: RowFilter
  columns: ReadonlyMap<string, DataColumn>
}

/** A whole filter as text. */
export function FilterSummary({ filter, columns }: FilterSummaryProps) {
  return (
    <JoinedNodes
      join={filter.join}
      nodes={filter.parts.map((part) => {
        const isGroup = 'conditions' in part && part.conditions.length > 1 && filter.parts.length > 1
        const text = <PartText part={part} columns={columns} />
        return { key: JSON.stringify(part), node: isGroup ? <>({text})</> : text }
      })}
    />
  )
}

interface PartTextProps {
  part: RowFilter['parts'][number]
  columns: ReadonlyMap<string, DataColumn>
}

/** A condition or a group of conditions as text. */
export function PartText({ part, columns }: PartTextProps) {
  const [conditions, join] = 'conditions' in part ? [part.conditions, part.join] : [[part], 'and' as const]
  return (
    <JoinedNodes
      join={join}
      nodes={conditions.map((condition) => ({
        key: JSON.stringify(condition),
        node: <ConditionText condition={condition} column={columns.get(condition.field)} />,
      }))}
    />
  )
}
