import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { numberRangeOf } from '#/dataset/validation/answer-format.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { NumberInput } from './NumberInput.tsx'
import { PointInput } from './PointInput.tsx'
import { TimeInput } from './TimeInput.tsx'
import { type AnswerInputProps } from './input-props.ts'

/** Where an answer is given, by what its question asks for. Loads the words of `submission`: stands in a `Suspense`. */
export function AnswerInput(props: AnswerInputProps) {
  const { column, value, onChange, label, error, disabled = false } = props
  const { question, kind, choices } = column
  const { t } = useTranslation('submission')
  const { language, format } = useDisplay()
  const hint = [question.hints[language ?? 0], ...question.hints].find((text) => text && !isBlank(text))
  const described = {
    label,
    error,
    disabled,
    'data-autofocus': true,
    ...(hint && { description: <bdi>{hint}</bdi> }),
  }
  const typed = {
    ...described,
    value,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  }

  if ((kind === 'one' || kind === 'several') && choices) {
    return <ChoiceInput {...described} column={column} choices={choices} value={value} onChange={onChange} />
  }
  switch (kind) {
    case 'number': {
      const isWhole = question.type === 'integer' || (question.type === 'range' && numberRangeOf(question).isWhole)
      const { from, to } = numberRangeOf(question)
      const limits = t('input.range', { from: format.number(from), to: format.number(to) })
      return (
        <NumberInput
          {...described}
          {...(question.type === 'range' && !hint && { description: limits })}
          inputMode={isWhole ? 'numeric' : 'decimal'}
          value={value}
          onChange={onChange}
        />
      )
    }
    case 'date':
    case 'time':
    case 'dateTime':
      return <TimeInput {...described} kind={kind} value={value} onChange={onChange} />
    case 'place':
      return <PointInput {...described} value={value} onChange={onChange} />
    case 'shape':
      return <Textarea {...typed} description={described.description ?? t('input.points')} dir="ltr" rows={4} />
    case 'one':
    case 'several':
      return <TextInput {...typed} dir="ltr" />
    default:
      if (question.type === 'acknowledge' || question.type === 'trigger') {
        return (
          <Checkbox
            {...described}
            checked={value === 'OK'}
            onChange={({ currentTarget: { checked } }) => onChange(checked ? 'OK' : '')}
          />
        )
      }
      return <Textarea {...typed} dir="auto" rows={3} />
  }
}
