import { Button, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#/i18n/use-locale.ts'
import { readNumber } from '#/lib/number-text.ts'
import classes from './TableFooter.module.css'

interface GoToRowProps {
  /** `null` until it is known. */
  count: number | null
  /** A row to go to, from 0. */
  onGoal: (row: number) => void
}

/** Goes to a row by its number: a scroll bar of a million rows has no place for each. */
export function GoToRow({ count, onGoal }: GoToRowProps) {
  const { t } = useTranslation('submissions')
  const [text, setText] = useState('')
  const reading = readNumber(text, { locale: useLocale(), form: 'whole' })
  const number = reading.kind === 'number' ? Number(reading.text) : null
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (number !== null && count !== null && count > 0) onGoal(Math.min(Math.max(number, 1), count) - 1)
  }
  return (
    <form className={classes.pages} onSubmit={onSubmit}>
      <TextInput
        className={classes.goal ?? ''}
        aria-label={t('rows.number')}
        placeholder={t('rows.number')}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={number === null || !count}>
        {t('rows.go')}
      </Button>
    </form>
  )
}
