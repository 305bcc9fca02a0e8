import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { Checkbox, MultiSelect, TagsInput, TextInput } from '@mantine/core'
import { Verdict } from '#/api/kpi/submissions/schema.ts'
import { STATUS_LABELS } from '#/dataset/answers/StatusLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { NumberInput } from '#/dataset/inputs/NumberInput.tsx'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { choicesOf } from '#/dataset/model/filter-operators.ts'
import type { Test } from '#/dataset/query/filter.ts'
import { useOptionsFilter } from '#/ui/use-options-filter.ts'
import classes from './FilterEditor.module.css'

interface OperandInputProps {
  test: Test
  column: SubmissionColumn | undefined
  people: readonly string[]
  error: string | null
  onChange: (test: Test) => void
}

const SHOWN_CHOICES = 200

/** What an answer is compared with. */
export function OperandInput({ test, column, people, error, onChange }: OperandInputProps) {
  const { t, language } = useDisplay()
  const optionsFilter = useOptionsFilter()
  switch (test.op) {
    case 'contains':
    case 'is':
      if (column?.kind === 'id') {
        return (
          <NumberInput
            label={t('filter.number')}
            form="whole"
            error={error}
            value={test.text}
            onChange={(text) => onChange({ ...test, text })}
          />
        )
      }
      return (
        <TextInput
          label={t('filter.value')}
          error={error}
          value={test.text}
          onChange={({ currentTarget }) => onChange({ ...test, text: currentTarget.value })}
        />
      )
    case 'oneOf':
      return (
        <MultiSelect
          label={t('filter.choices')}
          error={error}
          searchable
          filter={optionsFilter}
          limit={SHOWN_CHOICES}
          nothingFoundMessage={t('filter.noChoice')}
          data={column ? choicesOf(column, language) : test.values}
          value={test.values}
          onChange={(values) => onChange({ ...test, values })}
        />
      )
    case 'number':
    case 'day':
      return <Limits test={test} error={error} onChange={onChange} />
    case 'person': {
      const named = test.names.filter((name) => name !== null)
      const isAnonymous = test.names.includes(null)
      return (
        <div>
          <TagsInput
            label={t('filter.usernames')}
            error={error}
            data={[...people]}
            value={named}
            acceptValueOnBlur
            onChange={(names) => onChange({ ...test, names: [...names, ...(isAnonymous ? [null] : [])] })}
          />
          <Checkbox
            mt="sm"
            label={t('answer.anonymous')}
            checked={isAnonymous}
            onChange={({ currentTarget }) =>
              onChange({ ...test, names: [...named, ...(currentTarget.checked ? [null] : [])] })
            }
          />
        </div>
      )
    }
    case 'status':
      return (
        <Checkbox.Group
          label={t('filter.statuses')}
          error={error}
          value={test.verdicts.map((verdict) => verdict ?? 'none')}
          onChange={(values) =>
            onChange({ ...test, verdicts: values.map((value) => Verdict.safeParse(value).data ?? null) })
          }
        >
          <div className={classes.boxes}>
            {[...Verdict.options, 'none' as const].map((verdict) => (
              <Checkbox key={verdict} value={verdict} label={t(`status.${STATUS_LABELS[verdict]}`)} />
            ))}
          </div>
        </Checkbox.Group>
      )
    case 'blank':
    case 'answered':
      return null
  }
}

interface LimitsProps {
  test: Extract<Test, { op: 'number' | 'day' }>
  error: string | null
  onChange: (test: Test) => void
}

function Limit({ side, test, error, onChange }: LimitsProps & { side: 'from' | 'to' }) {
  const { t } = useDisplay()
  const set = (value: string) => onChange({ ...test, [side]: value === '' ? null : value })
  const input = { label: t(`filter.${side}`), error: side === 'from' && error, value: test[side] ?? '' }
  return test.op === 'day' ? (
    <TextInput {...input} type="date" onChange={({ currentTarget: { value } }) => set(value)} />
  ) : (
    <NumberInput {...input} onChange={set} />
  )
}

function Limits({ test, error, onChange }: LimitsProps) {
  return (
    <div className={classes.limits}>
      {(['from', 'to'] as const).map((side) => (
        <Limit key={side} side={side} test={test} error={error} onChange={onChange} />
      ))}
    </div>
  )
}
