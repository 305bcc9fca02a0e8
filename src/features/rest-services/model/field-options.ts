import { useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { type AnswerColumn, columnsOf } from '#/dataset/model/columns.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import type { Format } from './service-form.ts'

/** What the server adds to each submission, as far as services need it. */
const SYSTEM_FIELDS = {
  json: ['_id', '_uuid', '_submission_time', '_submitted_by', '_attachments', '_geolocation', '__version__'],
  xml: ['meta', '__version__'],
} as const
type SystemField = (typeof SYSTEM_FIELDS)[Format][number]

/** A field that can be chosen, with the key of its column. */
export interface FieldOption {
  value: string
  label: string
}

export interface FieldTexts {
  system: (field: SystemField) => string
  repeat: (label: string) => string
}

/** The texts for {@link fieldOptions}. */
export function useFieldTexts(): FieldTexts {
  const { t } = useTranslation('services')
  return { system: (field) => t(`field.${field}`), repeat: (label) => t('field.repeat', { label }) }
}

/** The label of a column after those of the groups around it. */
function labelOf(column: AnswerColumn, { repeat }: FieldTexts): string {
  const groups = column.section.groups.map((group) => labelIn(group, 0))
  const own =
    column.source === 'question'
      ? labelIn(column.question, 0)
      : column.source === 'repeat'
        ? repeat(labelIn(column.group, 0))
        : column.id
  return [...groups, own].join(' › ')
}

/**
 * The fields of a form that a service can send, by label. Repeat groups only as a whole: the server drops their single
 * questions (NOTES, "REST services").
 */
export function fieldOptions(content: FormContent | undefined, format: Format, texts: FieldTexts): FieldOption[] {
  const system = SYSTEM_FIELDS[format].map((field) => ({ value: field, label: texts.system(field) }))
  const columns = content ? columnsOf(formOf(content)) : []
  return [...system, ...columns.map((column) => ({ value: column.id, label: labelOf(column, texts) }))]
}
