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

/** A date, a time of day or both, in the browser's own field. What such a field cannot show stays a text. */
export function TimeInput({ kind, value, onChange, description, ...input }: TimeInputProps) {
  const { t } = useTranslation('submission')
  const clock = kind === 'date' ? null : readClock(kind, value)
  // The field is empty while it is typed anew; the zone of an answer stays what it was.
  const [zone] = useState(clock?.zone ?? null)
  const asText = (
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
    if (!isDate) return asText
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
  if (!clock) return asText
  const offset = zoneOf({ shown: clock.shown, zone })
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
      value={clock.shown}
      onChange={({ currentTarget }) => onChange(writeClock({ zone, shown: currentTarget.value }))}
    />
  )
}
