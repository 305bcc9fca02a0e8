import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayRange } from '#/api/kpi/assets/project-search.ts'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './FilterPanel.module.css'

interface DaysFieldProps {
  label: string
  value: DayRange | undefined
  error: string | null
  onChange: (value: DayRange | undefined) => void
}

const LAST = [7, 30, 90] as const

/** The days on which something happened: the last ones, or between two days. */
export function DaysField({ label, value, error, onChange }: DaysFieldProps) {
  const { t } = useTranslation('project-list')
  const [isRange, setIsRange] = useState(false)
  const last = value && 'last' in value ? value.last : null
  const range = value && !('last' in value) ? value : {}
  const kind = last !== null ? String(last) : value || isRange ? 'range' : 'any'
  // A link may have another number of days.
  const lasts = last === null || LAST.some((days) => days === last) ? LAST : [...LAST, last]
  const choose = (next: string) => {
    setIsRange(next === 'range')
    onChange(next === 'any' ? undefined : next === 'range' ? {} : { last: Number(next) })
  }
  const setSide = (side: 'from' | 'to', day: string) => {
    const { [side]: _, ...other } = range
    onChange(day === '' ? other : { ...other, [side]: day })
  }
  return (
    <>
      <Radio.Group label={label} value={kind} onChange={choose}>
        <div className={classes.choices}>
          <Radio value="any" label={t('filter.anyTime')} />
          {lasts.map((days) => (
            <Radio key={days} value={String(days)} label={t('filter.lastDays', { count: days })} />
          ))}
          <Radio value="range" label={t('filter.range')} />
        </div>
      </Radio.Group>
      {kind === 'range' && (
        <div className={classes.limits}>
          <DayInput
            label={t('filter.from')}
            value={range.from ?? ''}
            error={error}
            onChange={(day) => setSide('from', day)}
          />
          <DayInput label={t('filter.to')} value={range.to ?? ''} error={null} onChange={(day) => setSide('to', day)} />
        </div>
      )}
    </>
  )
}

interface DayInputProps {
  label: string
  /** `''` for none. */
  value: string
  error: string | null
  onChange: (day: string) => void
}

/** A day. Its name is below, as the browser writes days in a way of its own. */
function DayInput({ value, onChange, ...input }: DayInputProps) {
  const format = useFormat()
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
