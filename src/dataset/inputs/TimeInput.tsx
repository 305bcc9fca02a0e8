import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isolate } from '#/lib/bidi.ts'
import { daysOf } from '#/lib/xpath/values.ts'
import type { AnswerInputProps } from './input-props.ts'
import { readClock, writeClock, zoneOf } from './input-value.ts'

interface TimeInputProps extends Omit<AnswerInputProps, 'column'> {
  kind: 'date' | 'time' | 'dateTime'
  description?: ReactNode
}

/** A date, a time of day or both, in the browser's own input. An answer that this input cannot show gets a text input. */
export function TimeInput({ kind, value, onChange, description, ...input }: TimeInputProps) {
  const { t } = useTranslation('submission')
  const clock = kind === 'date' ? null : readClock(kind, value)
  // Kept in state: the input is empty while a time is retyped, and the answer keeps its zone.
  const [zone] = useState(clock?.zone ?? null)
  const textInput = (
    <TextInput
      {...input}
      description={description}
      dir="ltr"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
  if (kind === 'date') {
    const isDate = value === '' || (value.length === 10 && daysOf(value))
    if (!isDate) return textInput
    return (
      <TextInput
        {...input}
        description={description}
        type="date"
        max="9999-12-31"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )
  }
  if (!clock) return textInput
  const offset = zoneOf({ text: clock.text, zone })
  return (
    <TextInput
      {...input}
      description={
        <>
          {description}
          {description && offset && ' · '}
          {offset && t('input.zone', { zone: isolate(offset === 'Z' ? 'UTC' : `UTC${offset}`) })}
        </>
      }
      type={kind === 'time' ? 'time' : 'datetime-local'}
      {...(kind === 'dateTime' && { max: '9999-12-31T23:59' })}
      value={clock.text}
      onChange={({ currentTarget }) => onChange(writeClock({ zone, text: currentTarget.value }))}
    />
  )
}
