import { Button, TextInput, type TextInputProps } from '@mantine/core'
import { useRef, useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { formatNumber, type ParsedNumber, parseNumber } from '#/lib/number-text.ts'
import classes from './NumberInput.module.css'

interface NumberInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'form'> {
  /** As the server stores numbers: `-2.5`. `''` for none. */
  value: string
  /** Called with the number as it was understood, or with a text that cannot be parsed as a number. */
  onChange: (value: string) => void
  form?: 'any' | 'whole' | 'coordinate'
}

/** An input for numbers as they are written in the reader's language. If a number is ambiguous, both meanings are offered. */
export function NumberInput({ value, onChange, form = 'any', error, ...input }: NumberInputProps) {
  const { t } = useDisplay()
  const locale = useLocale()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) => parseNumber(text, { locale, form })
  // Show the typed text until something else sets the value.
  const isTyped = typed !== null && toValue(typed, read(typed)) === value
  const interpretation = isTyped ? read(typed) : null
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
        error={interpretation?.kind === 'ambiguous' ? t('number.ambiguous') : error}
        value={isTyped ? typed : value}
        onChange={({ currentTarget: { value: text } }) => {
          setTyped(text)
          onChange(toValue(text, read(text)))
        }}
      />
      {interpretation?.kind === 'ambiguous' && (
        <div className={classes.options} role="group" aria-label={t('number.ambiguous')}>
          {interpretation.texts.map((text) => (
            <Button key={text} variant="default" disabled={input.disabled ?? false} onClick={() => choose(text)}>
              {formatNumber(text, locale)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** If the text is no number, changes marks and spaces so that nothing parses it as one later. */
const toValue = (typed: string, interpretation: ParsedNumber) =>
  interpretation.kind === 'number' ? interpretation.text : typed.trim().replaceAll('.', ',').replaceAll(/\s/g, '_')
