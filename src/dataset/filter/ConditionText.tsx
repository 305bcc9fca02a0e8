import { Trans } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { STATUS_LABELS } from '#/dataset/answers/StatusLabel.tsx'
import { type Display, useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { editableTest } from '#/dataset/model/filter-operators.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { ANY_TEXT, type Condition, type Test } from '#/dataset/query/filter.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { isolate } from '#/lib/bidi.ts'
import { formatNumber } from '#/lib/number-text.ts'

interface ConditionTextProps {
  condition: Condition
  /** `undefined` if the form no longer has it. */
  column: DataColumn | undefined
}

/** A condition as text: "Region is Turkana North or Loima". */
export function ConditionText({ condition, column }: ConditionTextProps) {
  const display = useDisplay()
  const locale = useLocale()
  const { field } = condition
  const name = column ? columnName(column, display) : field === ANY_TEXT ? display.t('filter.anyText') : field
  return (
    <Trans
      t={display.t}
      i18nKey={`filter.says.${textKeyOf(editableTest(condition.test), column)}`}
      components={{ field: <bdi>{name}</bdi>, ...elementsOf(condition.test, column, { ...display, locale }) }}
    />
  )
}

const CHOICE_KEYS = { oneOf: 'includesAny', allOf: 'includesAll', noneOf: 'includesNone' } as const

/** A key under `filter.says` in the catalogue. */
function textKeyOf(test: Test, column: DataColumn | undefined) {
  const { op } = test
  if (op === 'person' || op === 'status') return 'oneOf' as const
  if ((op === 'is' || op === 'isNot') && column?.kind === 'number') return op === 'is' ? 'isNumber' : 'isNotNumber'
  if (op === 'oneOf' || op === 'noneOf' || op === 'allOf') {
    return column?.kind === 'selectMultiple' ? CHOICE_KEYS[op] : op
  }
  if (op === 'number' && test.from === test.to) return 'isNumber' as const
  if (op === 'day' && test.from === test.to) return 'on' as const
  return op
}

/** The elements for the placeholders of the text. */
function elementsOf(
  test: Test,
  column: DataColumn | undefined,
  { t, format, language, locale }: Display & { locale: string },
) {
  const number = (text: string | null) => <b dir="ltr">{formatNumber(text ?? '', locale)}</b>
  const day = (text: string | null) => <b>{format.date(text ?? '')}</b>
  if ('text' in test) {
    return { value: column?.kind === 'number' ? number(test.text) : <b>{isolate(test.text)}</b> }
  }
  if ('number' in test) return { value: number(test.number) }
  if ('day' in test) return { value: day(test.day) }
  switch (test.op) {
    case 'oneOf':
    case 'noneOf':
    case 'allOf': {
      const choices = column?.source === 'question' ? column.choices : undefined
      const labels = test.values.map((value) =>
        isolate(labelIn(choices?.get(value) ?? { name: value, labels: [] }, language)),
      )
      return { value: <b>{test.op === 'allOf' ? format.list(labels) : format.listOfAlternatives(labels)}</b> }
    }
    case 'person':
      return {
        value: (
          <b>
            {format.listOfAlternatives(
              test.names.map((name) => (name === null ? t('answer.anonymous') : isolate(name))),
            )}
          </b>
        ),
      }
    case 'status':
      return {
        value: (
          <b>
            {format.listOfAlternatives(test.verdicts.map((status) => t(`status.${STATUS_LABELS[status ?? 'none']}`)))}
          </b>
        ),
      }
    case 'number':
      return { value: number(test.from ?? test.to), from: number(test.from), to: number(test.to) }
    case 'day':
      return { value: day(test.from ?? test.to), from: day(test.from), to: day(test.to) }
    default:
      return {}
  }
}
