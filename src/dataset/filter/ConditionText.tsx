import { Trans } from 'react-i18next'
import { labelIn } from '#/api/kpi/form/questions.ts'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { STATUS_LABELS } from '#/dataset/answers/StatusLabel.tsx'
import { type Display, useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import type { Condition, Test } from '#/dataset/query/filter.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { isolate } from '#/lib/bidi.ts'
import { showNumber } from '#/lib/number-text.ts'

interface ConditionTextProps {
  condition: Condition
  /** Absent where the form no longer knows it. */
  column: SubmissionColumn | undefined
}

/** A condition in words: "Region is Turkana North or Loima". */
export function ConditionText({ condition, column }: ConditionTextProps) {
  const reading = useDisplay()
  const locale = useLocale()
  const name = column ? columnName(column, reading) : condition.field
  return (
    <Trans
      t={reading.t}
      i18nKey={`filter.says.${formOf(condition.test)}`}
      components={{ field: <bdi>{name}</bdi>, ...valuesOf(condition.test, column, { ...reading, locale }) }}
    />
  )
}

/** Ranges with one limit read otherwise than those with two. */
function formOf(test: Test) {
  if (test.op === 'person' || test.op === 'status') return 'oneOf' as const
  if (test.op !== 'number' && test.op !== 'day') return test.op
  if (test.from !== null && test.to !== null) return test.op
  return `${test.op}${test.from === null ? 'To' : 'From'}` as const
}

function valuesOf(
  test: Test,
  column: SubmissionColumn | undefined,
  { t, format, language, locale }: Display & { locale: string },
) {
  switch (test.op) {
    case 'contains':
    case 'is':
      return { value: <b>{isolate(test.text)}</b> }
    case 'oneOf': {
      const choices = column?.source === 'question' ? column.choices : undefined
      const labels = test.values.map((value) => labelIn(choices?.get(value) ?? { name: value, labels: [] }, language))
      return { value: <b>{format.either(labels.map(isolate))}</b> }
    }
    case 'person':
      return {
        value: (
          <b>{format.either(test.names.map((name) => (name === null ? t('answer.anonymous') : isolate(name))))}</b>
        ),
      }
    case 'status':
      return {
        value: <b>{format.either(test.verdicts.map((verdict) => t(`status.${STATUS_LABELS[verdict ?? 'none']}`)))}</b>,
      }
    case 'number': {
      const shown = (text: string | null) => <b dir="ltr">{showNumber(text ?? '', locale)}</b>
      return { from: shown(test.from), to: shown(test.to) }
    }
    case 'day':
      return { from: <b>{format.date(test.from ?? '')}</b>, to: <b>{format.date(test.to ?? '')}</b> }
    case 'blank':
    case 'answered':
      return {}
  }
}
