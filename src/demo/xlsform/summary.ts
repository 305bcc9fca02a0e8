import type { FormContent, FormRow } from '#/lib/xlsform/form-content.ts'
import { firstText } from '#/lib/xlsform/names.ts'
import { closesGroup, METADATA_TYPES } from '#/lib/xlsform/question-types.ts'

const GEOGRAPHIC = new Set(['geopoint', 'geotrace', 'geoshape'])
const GOOD_NAME = /^[a-z]/i
const SHOWN_LABELS = 5

/** The `summary` of a form in lists [0340]. Groups, notes and metadata do not count as rows. */
export function summaryOf({ survey, translations }: FormContent) {
  if (survey.length === 0) return { languages: [] } // [0401]
  const rows = survey.filter(isCounted)
  const quality = nameQualityOf(rows)
  const named = translations?.some((language) => language !== null)
  return {
    geo: survey.some(({ type }) => GEOGRAPHIC.has(type ?? '')),
    labels: rows
      .map(({ label }) => firstText(label))
      .filter(Boolean)
      .slice(0, SHOWN_LABELS),
    columns: [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !column.startsWith('$')),
    lock_all: false,
    lock_any: false,
    languages: named ? translations : [],
    row_count: rows.length,
    name_quality: quality,
    default_translation: translations ? (translations[0] ?? null) : false,
  }
}

const isCounted = ({ type }: FormRow) =>
  !closesGroup(type) && type !== 'begin_group' && type !== 'note' && !METADATA_TYPES.has(type ?? '')

function nameQualityOf(rows: FormRow[]) {
  const firstExamples: Record<string, object> = {}
  const counts = { ok: 0, bad: 0, good: 0 }
  rows.forEach((row, index) => {
    const quality = row.name === undefined ? 'ok' : GOOD_NAME.test(row.name) ? 'good' : 'bad'
    counts[quality]++
    if (quality !== 'good') firstExamples[quality] ??= { name: row.$autoname, index: index + 1, label: row.label }
  })
  return { ...counts, total: rows.length, firsts: firstExamples }
}
