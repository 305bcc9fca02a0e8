import type { FormContent, FormRow } from '#/demo/records.ts'
import { lettersOf } from '#/demo/seed/random.ts'
import { firstText, nameRows, slugOf } from './names.ts'

/** Adds to a form that came as JSON what KPI adds: identifiers, names, paths, languages [0376, 0402]. */
export function completeContent(body: Record<string, unknown>): FormContent {
  const survey = rowsIn(body.survey).map(withKuid)
  const choices = rowsIn(body.choices).map((row) => withValue(withKuid(row)))
  nameRows(survey)
  const isLabelled = [...survey, ...choices].some(({ label }) => Array.isArray(label))
  const translations = listIn(body.translations) ?? (isLabelled ? [null] : undefined)
  const translated = listIn(body.translated) ?? (isLabelled ? ['label'] : undefined)
  return {
    ...(choices.length > 0 && { choices }),
    ...(translations && { translations: translations as (string | null)[] }),
    ...(translated && { translated: translated as string[] }),
    settings: isObject(body.settings) ? body.settings : {},
    survey,
    schema: '1',
  }
}

const withKuid = (row: FormRow): FormRow => ({ ...row, $kuid: row.$kuid ?? lettersOf(Math.random, 9) })
const withValue = (row: FormRow): FormRow => ({ ...row, $autovalue: row.name ?? slugOf(firstText(row.label)) })

const isObject = (value: unknown): value is FormRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined)
const rowsIn = (value: unknown): FormRow[] => (listIn(value) ?? []).filter(isObject)
