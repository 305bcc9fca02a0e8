import { Button, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#/i18n/use-locale.ts'
import { parseNumber } from '#/lib/number-text.ts'
import classes from './TableFooter.module.css'

interface GoToRowProps {
  /** `null` until it is known. */
  count: number | null
  /** Called with the index of a row. */
  onGoTo: (row: number) => void
}

/** Goes to a row by its number: a scrollbar is too coarse for a million rows. */
export function GoToRow({ count, onGoTo }: GoToRowProps) {
  const { t } = useTranslation('submissions')
  const [text, setText] = useState('')
  const parsed = parseNumber(text, { locale: useLocale(), form: 'whole' })
  const number = parsed.kind === 'number' ? Number(parsed.text) : null
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (number !== null && count !== null && count > 0) onGoTo(Math.min(Math.max(number, 1), count) - 1)
  }
  return (
    <form className={classes.pages} onSubmit={onSubmit}>
      <TextInput
        className={classes.rowNumber ?? ''}
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
