import { ActionIcon, NativeSelect, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { emptyTest, opsFor, problemOf } from '#/dataset/model/filter-operators.ts'
import type { Condition, Test } from '#/dataset/query/filter.ts'
import { useOptionsFilter } from '#/ui/use-options-filter.ts'
import classes from './FilterEditor.module.css'
import { OperandInput } from './OperandInput.tsx'
import type { Line } from './filter-draft.ts'

interface ConditionRowProps {
  line: Line
  columns: ReadonlyMap<string, SubmissionColumn>
  people: readonly string[]
  showsProblem: boolean
  onChange: (line: Line) => void
  onRemove: () => void
}

/** About a column; else about the first that is offered, the validation status. */
export function newLine(columns: ReadonlyMap<string, SubmissionColumn>, field: string | null = null): Condition {
  const [usual] = columns.values()
  const first = columns.get(field ?? '') ?? usual
  return { field: first?.id ?? '', test: emptyTest(first ? (opsFor(first)[0] ?? 'answered') : 'answered') }
}

/** More than fit on a screen are found by typing. */
const SHOWN_QUESTIONS = 200

/** One question, what is asked of it, and the values it is compared with. */
export function ConditionRow({ line, columns, people, showsProblem, onChange, onRemove }: ConditionRowProps) {
  const reading = useDisplay()
  const optionsFilter = useOptionsFilter()
  const { t } = reading
  const column = columns.get(line.field)
  const ops = column ? opsFor(column) : ([line.test.op] satisfies Test['op'][])
  const problem = showsProblem ? problemOf(line) : null
  return (
    <div className={classes.line}>
      <Select
        label={t('filter.question')}
        searchable
        filter={optionsFilter}
        limit={SHOWN_QUESTIONS}
        allowDeselect={false}
        nothingFoundMessage={t('filter.noQuestion')}
        comboboxProps={{ withinPortal: true }}
        value={line.field}
        data={[...columns.values()].map((each) => ({ value: each.id, label: columnName(each, reading) }))}
        onChange={(field) => {
          const next = columns.get(field ?? '')
          if (!next) return
          const allowed = opsFor(next)
          const fits = allowed.includes(line.test.op) && line.test.op !== 'oneOf'
          onChange({ ...line, field: next.id, test: fits ? line.test : emptyTest(allowed[0] ?? 'answered') })
        }}
      />
      <NativeSelect
        label={t('filter.test')}
        value={line.test.op}
        data={ops.map((op) => ({ value: op, label: t(`filter.op.${op}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const op = ops.find((each) => each === value)
          if (op) onChange({ ...line, test: emptyTest(op) })
        }}
      />
      <OperandInput
        test={line.test}
        column={column}
        people={people}
        error={problem === null ? null : t(`filter.problem.${problem}`)}
        onChange={(test) => onChange({ ...line, test })}
      />
      <ActionIcon
        className={classes.remove ?? ''}
        variant="subtle"
        color="gray"
        aria-label={t('filter.removeLine', { question: column ? columnName(column, reading) : line.field })}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  )
}
