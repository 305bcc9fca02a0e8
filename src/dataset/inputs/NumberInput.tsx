import { Button, TextInput, type TextInputProps } from '@mantine/core'
import { useRef, useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { type NumberInterpretation, readNumber, showNumber } from '#/lib/number-text.ts'
import classes from './NumberInput.module.css'

interface NumberInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'form'> {
  /** As the server holds numbers: `-2.5`. `''` for none. */
  value: string
  /** Gets the number as it is understood; else a text that nothing takes for a number. */
  onChange: (value: string) => void
  form?: 'any' | 'whole' | 'coordinate'
}

/** A number as the reader writes it. One that may be read in two ways is not taken: both are offered. */
export function NumberInput({ value, onChange, form = 'any', error, ...input }: NumberInputProps) {
  const { t } = useDisplay()
  const locale = useLocale()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) => readNumber(text, { locale, form })
  // What was typed stands as long as nothing else has set the value.
  const isTyped = typed !== null && toValue(typed, read(typed)) === value
  const reading = isTyped ? read(typed) : null
  const choose = (text: string) => {
    setTyped(null)
    onChange(text)
    field.current?.focus()
  }
  return (
    <div>
      <TextInput
        dir="ltr"
        inputMode={form === 'whole' ? 'numeric' : 'decimal'}
        autoComplete="off"
        {...input}
        ref={field}
        error={reading?.kind === 'ambiguous' ? t('number.ambiguous') : error}
        value={isTyped ? typed : value}
        onChange={({ currentTarget: { value: text } }) => {
          setTyped(text)
          onChange(toValue(text, read(text)))
        }}
      />
      {reading?.kind === 'ambiguous' && (
        <div className={classes.readings} role="group" aria-label={t('number.ambiguous')}>
          {reading.texts.map((text) => (
            <Button key={text} variant="default" disabled={input.disabled ?? false} onClick={() => choose(text)}>
              {showNumber(text, locale)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** What is no number must not become one further on, by its comma or by a space. */
const toValue = (typed: string, reading: NumberInterpretation) =>
  reading.kind === 'number' ? reading.text : typed.trim().replaceAll('.', ',').replaceAll(/\s/g, '_')
