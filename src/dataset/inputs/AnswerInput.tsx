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

/** The input for an answer, by the kind of its column. Suspends while the `submission` catalogue is loading. */
export function AnswerInput(props: AnswerInputProps) {
  const { column, value, onChange, label, error, disabled = false } = props
  const { question, kind, choices } = column
  const { t } = useTranslation('submission')
  const { language, format } = useDisplay()
  const hint = [question.hints[language ?? 0], ...question.hints].find((text) => text && !isBlank(text))
  const shared = {
    label,
    error,
    disabled,
    'data-autofocus': true,
    ...(hint && { description: <bdi>{hint}</bdi> }),
  }
  const textInput = {
    ...shared,
    value,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  }

  if ((kind === 'selectOne' || kind === 'selectMultiple') && choices) {
    return <ChoiceInput {...shared} column={column} choices={choices} value={value} onChange={onChange} />
  }
  switch (kind) {
    case 'number': {
      const isWhole = question.type === 'integer' || (question.type === 'range' && numberRangeOf(question).isWhole)
      const { from, to } = numberRangeOf(question)
      const limits = t('input.range', { from: format.number(from), to: format.number(to) })
      return (
        <NumberInput
          {...shared}
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
      return <TimeInput {...shared} kind={kind} value={value} onChange={onChange} />
    case 'point':
      return <PointInput {...shared} value={value} onChange={onChange} />
    case 'shape':
      return <Textarea {...textInput} description={shared.description ?? t('input.points')} dir="ltr" rows={4} />
    case 'selectOne':
    case 'selectMultiple':
      return <TextInput {...textInput} dir="ltr" />
    default:
      if (question.type === 'acknowledge' || question.type === 'trigger') {
        return (
          <Checkbox
            {...shared}
            checked={value === 'OK'}
            onChange={({ currentTarget: { checked } }) => onChange(checked ? 'OK' : '')}
          />
        )
      }
      return <Textarea {...textInput} dir="auto" rows={3} />
  }
}
