import { MultiSelect, Select } from '@mantine/core'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { type ChoiceList, labelIn } from '#/dataset/model/form.ts'
import { selectedValuesOf } from '#/dataset/model/values.ts'
import { isolate } from '#/lib/bidi.ts'
import { useOptionsFilter } from '#/ui/use-options-filter.ts'
import type { AnswerInputProps } from './input-props.ts'
import { writeChoices } from './input-value.ts'

interface ChoiceInputProps extends AnswerInputProps {
  choices: ChoiceList
  description?: React.ReactNode
}

/** Choices listed at once; the search finds the others. */
const MAX_OPTIONS = 200

/** Selects one choice or several by their labels. Offers all of them: choice filters are not evaluated. */
export function ChoiceInput({ column, choices, value, onChange, description, ...input }: ChoiceInputProps) {
  const { t } = useTranslation('submission')
  const { language } = useDisplay()
  const optionsFilter = useOptionsFilter()
  const isSingle = column.kind === 'selectOne'
  const selected = useMemo(
    () => (isSingle ? [value].filter(Boolean) : [...new Set(selectedValuesOf(value))]),
    [isSingle, value],
  )

  const data = useMemo(() => {
    const listed = [...choices.values()].map((choice) => ({ value: choice.name, label: labelIn(choice, language) }))
    const known = new Set(listed.map((each) => each.value))
    const unlisted = selected.filter((each) => !known.has(each))
    return [
      ...listed,
      ...unlisted.map((each) => ({ value: each, label: t('input.notListed', { value: isolate(each) }) })),
    ]
  }, [choices, selected, language, t])

  const shared = {
    ...input,
    data,
    searchable: true,
    filter: optionsFilter,
    clearable: true,
    limit: MAX_OPTIONS,
    nothingFoundMessage: t('input.noChoice'),
    renderOption: ({ option }: { option: { label: string } }) => <bdi>{option.label}</bdi>,
  }
  if (isSingle) {
    return (
      <Select
        {...shared}
        description={description}
        placeholder={t('input.choose')}
        value={selected[0] ?? null}
        onChange={(next) => onChange(next ?? '')}
      />
    )
  }
  return (
    <MultiSelect
      {...shared}
      description={description ?? (column.question.type === 'rank' ? t('input.ranked') : undefined)}
      value={selected}
      onChange={(next) => onChange(writeChoices(column, next))}
    />
  )
}
