import { Trans } from 'react-i18next'
import type { Condition, Test } from '#/api/submissions/filter/filter.ts'
import { labelIn } from '#/api/form/questions.ts'
import { columnName } from './ColumnName.tsx'
import type { SubmissionColumn } from './columns.ts'
import { isolate } from './isolate.ts'
import { type Reading, useReading } from './reading.ts'
import { STATUS_WORDS } from './StatusWord.tsx'

interface FilterSentenceProps {
  condition: Condition
  /** Absent where the form no longer knows it. */
  column: SubmissionColumn | undefined
}

/** A condition in words: "Region is Turkana North or Loima". */
export function FilterSentence({ condition, column }: FilterSentenceProps) {
  const reading = useReading()
  const name = column ? columnName(column, reading) : condition.field
  return (
    <Trans
      t={reading.t}
      i18nKey={`filter.says.${formOf(condition.test)}`}
      values={valuesOf(condition.test, column, reading)}
      components={{ field: <bdi>{name}</bdi>, value: <b /> }}
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

function valuesOf(test: Test, column: SubmissionColumn | undefined, { t, format, language }: Reading) {
  switch (test.op) {
    case 'contains':
    case 'is':
      return { text: isolate(test.text) }
    case 'oneOf': {
      const choices = column?.source === 'question' ? column.choices : undefined
      const labels = test.values.map((value) => labelIn(choices?.get(value) ?? { name: value, labels: [] }, language))
      return { text: format.either(labels.map(isolate)) }
    }
    case 'person':
      return { text: format.either(test.names.map((name) => (name === null ? t('answer.anonymous') : isolate(name)))) }
    case 'status':
      return { text: format.either(test.verdicts.map((verdict) => t(`status.${STATUS_WORDS[verdict ?? 'none']}`))) }
    case 'number':
      return { from: test.from ?? '', to: test.to ?? '' }
    case 'day':
      return { from: format.date(test.from ?? ''), to: format.date(test.to ?? '') }
    case 'blank':
    case 'answered':
      return {}
  }
}
