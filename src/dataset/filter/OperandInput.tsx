import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { STATUS_LABELS } from '#/dataset/answers/StatusLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { NumberInput } from '#/dataset/inputs/NumberInput.tsx'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { choicesOf } from '#/dataset/model/filter-operators.ts'
import { daysOf, isRelative } from '#/dataset/query/filter-days.ts'
import type { Test } from '#/dataset/query/filter.ts'
import { Status } from '#/dataset/query/status.ts'
import { isolate } from '#/lib/bidi.ts'
import { ListPicker } from '#/ui/ListPicker.tsx'
import classes from './FilterEditor.module.css'

interface OperandInputProps {
  test: Test
  column: DataColumn | undefined
  usernames: readonly string[]
  error: string | null
  onChange: (test: Test) => void
}

/** The inputs for the values of a test. */
export function OperandInput({ test, column, usernames, error, onChange }: OperandInputProps) {
  const { t, language } = useDisplay()
  if ('text' in test) {
    const isId = column?.kind === 'id'
    const isNumber = column?.kind === 'number' && (test.op === 'is' || test.op === 'isNot')
    if (!isId && !isNumber) {
      return (
        <TextInput
          label={t('filter.value')}
          error={error}
          value={test.text}
          onChange={({ currentTarget }) => onChange({ ...test, text: currentTarget.value })}
        />
      )
    }
    return (
      <NumberInput
        label={t('filter.number')}
        form={isId ? 'whole' : 'any'}
        error={error}
        value={test.text}
        onChange={(text) => onChange({ ...test, text })}
      />
    )
  }
  if ('number' in test) {
    return (
      <NumberInput
        label={t('filter.number')}
        error={error}
        value={test.number}
        onChange={(number) => onChange({ ...test, number })}
      />
    )
  }
  if ('day' in test) {
    return (
      <DayInput label={t('filter.day')} error={error} value={test.day} onChange={(day) => onChange({ ...test, day })} />
    )
  }
  if (isRelative(test)) return <PeriodDays test={test} />
  switch (test.op) {
    case 'oneOf':
    case 'noneOf':
    case 'allOf':
      return (
        <Choices
          label={t('filter.choices')}
          error={error}
          options={column ? choicesOf(column, language) : []}
          values={test.values}
          onChange={(values) => onChange({ ...test, values })}
        />
      )
    case 'number':
    case 'day':
      return <Limits test={test} error={error} onChange={onChange} />
    case 'person': {
      const named = test.names.filter((name) => name !== null)
      const isAnonymous = test.names.includes(null)
      const setNames = (names: readonly string[]) =>
        onChange({ ...test, names: [...names, ...(isAnonymous ? [null] : [])] })
      return (
        <div className={classes.people}>
          <ListPicker
            label={t('filter.usernames')}
            placeholder={t('filter.typeUsername')}
            error={error}
            options={usernames.map((name) => ({ value: name, label: name }))}
            selected={named}
            nothingFound={t('filter.typeUsername')}
            removeLabel={(name) => t('filter.removeValue', { value: isolate(name) })}
            onPick={(name) => setNames(toggled(named, name))}
            onAdd={(name) => setNames([...named, name])}
          />
          <Checkbox
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
        <Checkboxes
          label={t('filter.statuses')}
          error={error}
          options={[...Status.options, 'none' as const].map((status) => ({
            value: status,
            label: t(`status.${STATUS_LABELS[status]}`),
          }))}
          values={test.verdicts.map((status) => status ?? 'none')}
          onChange={(values) =>
            onChange({ ...test, verdicts: values.map((value) => Status.safeParse(value).data ?? null) })
          }
        />
      )
    default:
      return null
  }
}

const toggled = (values: readonly string[], value: string) =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value]

interface ChoicesProps {
  label: string
  error: string | null
  options: readonly { value: string; label: string }[]
  values: readonly string[]
  onChange: (values: string[]) => void
}

/** More choices than these are searched in a list. */
const MAX_CHECKBOXES = 8

function Choices({ options: listed, values, ...props }: ChoicesProps) {
  const { t } = useDisplay()
  // Choices of an older form stay, so that they can be removed.
  const unlisted = values.filter((value) => listed.every((option) => option.value !== value))
  const options = [...listed, ...unlisted.map((value) => ({ value, label: value }))]
  if (options.length <= MAX_CHECKBOXES) return <Checkboxes {...props} options={options} values={values} />
  const { onChange, ...list } = props
  return (
    <ListPicker
      {...list}
      placeholder={t('filter.searchChoices')}
      options={options}
      selected={values}
      nothingFound={t('filter.noChoice')}
      removeLabel={(label) => t('filter.removeValue', { value: isolate(label) })}
      onPick={(value) => onChange(toggled(values, value))}
    />
  )
}

function Checkboxes({ label, error, options, values, onChange }: ChoicesProps) {
  return (
    <Checkbox.Group label={label} error={error} value={[...values]} onChange={onChange}>
      <div className={classes.boxes}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={<bdi>{option.label}</bdi>} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** The days that a relative period is today. */
function PeriodDays({ test }: { test: Test }) {
  const { t, format } = useDisplay()
  const [now] = useState(() => new Date())
  const days = daysOf(test, now)
  if (!days?.from || !days.to) return null
  const [from, to] = [format.date(days.from), format.date(days.to)]
  return (
    <p className={classes.note}>
      {days.from === days.to ? t('filter.periodDay', { day: from }) : t('filter.periodDays', { from, to })}
    </p>
  )
}

interface DayInputProps {
  label: string
  error: string | null
  /** `''` for none. */
  value: string
  onChange: (day: string) => void
}

/** A day. Its name is below, as the browser writes days in a way of its own. */
function DayInput({ value, onChange, ...input }: DayInputProps) {
  const { format } = useDisplay()
  return (
    <TextInput
      {...input}
      type="date"
      description={value === '' ? undefined : format.date(value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

interface LimitsProps {
  test: Extract<Test, { op: 'number' | 'day' }>
  error: string | null
  onChange: (test: Test) => void
}

function Limits({ test, error, onChange }: LimitsProps) {
  const { t } = useDisplay()
  return (
    <div className={classes.limits}>
      {(['from', 'to'] as const).map((side) => {
        const input = {
          label: t(`filter.${side}`),
          error: side === 'from' ? error : null,
          value: test[side] ?? '',
          onChange: (value: string) => onChange({ ...test, [side]: value === '' ? null : value }),
        }
        return test.op === 'day' ? <DayInput key={side} {...input} /> : <NumberInput key={side} {...input} />
      })}
    </div>
  )
}
