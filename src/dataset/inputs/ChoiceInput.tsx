import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { MultiSelect, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChoiceList, labelIn } from '#/api/kpi/form/questions.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import { chosenOf } from '#/dataset/model/values.ts'
import { isolate } from '#/lib/bidi.ts'
import { useOptionsFilter } from '#/ui/use-options-filter.ts'
import type { AnswerInputProps } from './input-props.ts'
import { writeChoices } from './input-value.ts'

interface ChoiceInputProps extends AnswerInputProps {
  choices: ChoiceList
  description?: React.ReactNode
}

/** More are found by typing. */
const SHOWN_CHOICES = 200

/** One choice or several, by their labels. Which of them other answers rule out is not looked at: all are offered. */
export function ChoiceInput({ column, choices, value, onChange, description, ...input }: ChoiceInputProps) {
  const { t } = useTranslation('submission')
  const { language } = useDisplay()
  const optionsFilter = useOptionsFilter()
  const isOne = column.kind === 'one'
  const chosen = useMemo(() => (isOne ? [value].filter(Boolean) : [...new Set(chosenOf(value))]), [isOne, value])

  const data = useMemo(() => {
    const offered = [...choices.values()].map((choice) => ({ value: choice.name, label: labelIn(choice, language) }))
    const known = new Set(offered.map((each) => each.value))
    const unlisted = chosen.filter((each) => !known.has(each))
    return [
      ...offered,
      ...unlisted.map((each) => ({ value: each, label: t('input.notListed', { value: isolate(each) }) })),
    ]
  }, [choices, chosen, language, t])

  const shared = {
    ...input,
    data,
    searchable: true,
    filter: optionsFilter,
    clearable: true,
    limit: SHOWN_CHOICES,
    nothingFoundMessage: t('input.noChoice'),
    renderOption: ({ option }: { option: { label: string } }) => <bdi>{option.label}</bdi>,
  }
  if (isOne) {
    return (
      <Select
        {...shared}
        description={description}
        placeholder={t('input.choose')}
        value={chosen[0] ?? null}
        onChange={(next) => onChange(next ?? '')}
      />
    )
  }
  return (
    <MultiSelect
      {...shared}
      description={description ?? (column.question.type === 'rank' ? t('input.ranked') : undefined)}
      value={chosen}
      onChange={(next) => onChange(writeChoices(column, next))}
    />
  )
}
