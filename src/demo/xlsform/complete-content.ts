import type { FormContent, FormRow } from '#/lib/xlsform/form-content.ts'
import { lettersOf } from '#/demo/seed/random.ts'
import { firstText, nameRows, slugOf } from '#/lib/xlsform/names.ts'

/** Adds to a form in JSON what KPI adds: identifiers, names, paths, languages [0376, 0402]. */
export function completeContent(body: Record<string, unknown>): FormContent {
  const survey = asRows(body.survey).map(withKuid)
  const choices = asRows(body.choices).map((row) => withValue(withKuid(row)))
  nameRows(survey)
  const isLabelled = [...survey, ...choices].some(({ label }) => Array.isArray(label))
  const translations = asList(body.translations) ?? (isLabelled ? [null] : undefined)
  const translated = asList(body.translated) ?? (isLabelled ? ['label'] : undefined)
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
const asList = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined)
const asRows = (value: unknown): FormRow[] => (asList(value) ?? []).filter(isObject)
