import { ActionIcon, NativeSelect, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { includesBlank, operatorsFor, problemOf, withOperator } from '#/dataset/model/filter-operators.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { ANY_TEXT, type Test } from '#/dataset/query/filter.ts'
import { ListPicker } from '#/ui/ListPicker.tsx'
import { useOptionsFilter } from '#/ui/use-options-filter.ts'
import classes from './FilterEditor.module.css'
import { OperandInput } from './OperandInput.tsx'
import { type ConditionDraft, newCondition } from './filter-draft.ts'

interface ConditionRowProps {
  condition: ConditionDraft
  columns: ReadonlyMap<string, DataColumn>
  usernames: readonly string[]
  /** Shows why the condition is incomplete. */
  showsProblem: boolean
  /** Whether it takes the focus as long as no question is chosen. */
  takesFocus: boolean
  onChange: (condition: ConditionDraft) => void
  onRemove: () => void
}

/** Questions listed at once; the search finds the others. */
const MAX_OPTIONS = 200

/** The inputs of a condition: the question, then operator and values. */
export function ConditionRow(props: ConditionRowProps) {
  const { condition, columns, usernames, showsProblem, takesFocus, onChange, onRemove } = props
  const display = useDisplay()
  const { t } = display
  const optionsFilter = useOptionsFilter()
  const source = useRowSource()
  const { operators } = source.can
  const { field, test } = condition
  const column = columns.get(field)
  const problem = showsProblem ? problemOf(condition, column?.kind) : null
  const name = column ? columnName(column, display) : field === ANY_TEXT ? t('filter.anyText') : field
  const options = [
    ...[...columns.values()].map((each) => ({ value: each.id, label: columnName(each, display) })),
    // Not offered: the search in rows makes such conditions.
    ...(field === ANY_TEXT ? [{ value: ANY_TEXT, label: name }] : []),
  ]

  // What a question was chosen with has gone: the focus goes on to what comes next.
  const operator = useRef<HTMLSelectElement>(null)
  const wasPicked = useRef(false)
  useEffect(() => {
    if (wasPicked.current) operator.current?.focus()
    wasPicked.current = false
  }, [field])

  const chooseQuestion = (id: string | null) => {
    const next = columns.get(id ?? '')
    if (!next || next.id === field) return
    wasPicked.current = field === ''
    const keepsTest = operatorsFor(next, operators).includes(test.op) && !('values' in test) && field !== ''
    onChange({ ...newCondition(next, operators), key: condition.key, ...(keepsTest && { test }) })
  }

  return (
    <div className={classes.line}>
      {field === '' ? (
        <ListPicker
          label={t('filter.question')}
          placeholder={t('filter.chooseQuestion')}
          options={options}
          error={problem === null ? null : t(`filter.problem.${problem}`)}
          nothingFound={t('filter.noQuestion')}
          takesFocus={takesFocus}
          onPick={chooseQuestion}
        />
      ) : (
        <>
          <Select
            label={t('filter.question')}
            searchable
            selectFirstOptionOnChange
            filter={optionsFilter}
            limit={MAX_OPTIONS}
            allowDeselect={false}
            nothingFoundMessage={t('filter.noQuestion')}
            comboboxProps={{ withinPortal: true }}
            value={field}
            data={options}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onChange={chooseQuestion}
          />
          <NativeSelect
            ref={operator}
            label={t('filter.test')}
            description={<ConditionNotes column={column} op={test.op} />}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={test.op}
            data={allowedOperators(column, test, operators).map((op) => ({
              value: op,
              label: t(`filter.op.${operatorKey(op, column)}`),
            }))}
            onChange={({ currentTarget: { value } }) => {
              const op = allowedOperators(column, test, operators).find((each) => each === value)
              if (op) onChange({ ...condition, test: withOperator(test, op) })
            }}
          />
          <OperandInput
            test={test}
            column={column}
            usernames={usernames}
            error={problem === null ? null : t(`filter.problem.${problem}`)}
            onChange={(next) => onChange({ ...condition, test: next })}
          />
        </>
      )}
      <ActionIcon
        className={classes.remove ?? ''}
        variant="subtle"
        color="gray"
        aria-label={field === '' ? t('filter.remove') : t('filter.removeLine', { question: name })}
        title={t('filter.remove')}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  )
}

/** The operators that are offered; that of the condition is one of them, whatever its column. */
function allowedOperators(
  column: DataColumn | undefined,
  { op }: Test,
  supported: ReadonlySet<Test['op']>,
): Test['op'][] {
  const operators = column ? operatorsFor(column, supported) : []
  return operators.includes(op) ? operators : [op, ...operators]
}

/** A key under `filter.op` in the catalogue: a choice is, several choices include. */
function operatorKey(op: Test['op'], column: DataColumn | undefined) {
  if (column?.kind !== 'selectMultiple') return op
  return op === 'oneOf' ? 'includesAny' : op === 'noneOf' ? 'includesNone' : op
}

/** What is not obvious of a condition: rows without an answer, and questions in repeat groups. */
function ConditionNotes({ column, op }: { column: DataColumn | undefined; op: Test['op'] }) {
  const { t } = useDisplay()
  const isInRepeat = column?.source === 'question' && column.question.groups.some(({ isRepeat }) => isRepeat)
  const notes = [
    ...(includesBlank(op) ? [t('filter.includesBlank')] : []),
    ...(isInRepeat ? [t('filter.inRepeat')] : []),
  ]
  return notes.join(' ')
}
