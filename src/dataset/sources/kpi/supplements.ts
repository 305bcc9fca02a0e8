import { type AnalysisField, analysisFieldsOf } from '#/api/kpi/advanced-features/schema.ts'
import { supplementalKey } from '#/api/kpi/submissions/supplemental-values.ts'
import type { Choice, ChoiceList, Supplement } from '#/dataset/model/form.ts'
import { ownProperty } from '#/lib/own-property.ts'

/** What belongs to another field, and notes, which have no value. */
const WITHOUT_COLUMN = new Set(['qualSource', 'qualVerification', 'qualNote'])

const KINDS: Record<string, Supplement['kind']> = {
  qualInteger: 'number',
  qualSelectOne: 'selectOne',
  qualSelectMultiple: 'selectMultiple',
  qualTags: 'tags',
}

/** The default label of an analysis question and of its choices. */
const DEFAULT = '_default'

/** What a project adds to answers, by its `analysis_form_json` [2061]. A type that is not known has its values as text. */
export const supplementsOf = (analysisForm: unknown, languages: readonly (string | null)[]): Supplement[] => {
  const seen = new Set<string>()
  return analysisFieldsOf(analysisForm).flatMap((field): Supplement[] => {
    if (WITHOUT_COLUMN.has(field.type) || seen.has(field.name)) return []
    seen.add(field.name)
    const { name, source: path, type, language, label } = field
    const kind = ownProperty(KINDS, type) ?? 'text'
    const isText = type === 'transcript' || type === 'translation'
    return [
      {
        key: supplementalKey(name),
        name,
        path,
        about: isText ? type : 'analysis',
        kind,
        language: isText ? (language ?? null) : null,
        label: label ?? null,
        choices: kind === 'selectOne' || kind === 'selectMultiple' ? choicesOf(field, languages) : undefined,
      },
    ]
  })
}

/** Choices have labels by the name of a language; where the form's language has none, the default one is used. */
function choicesOf({ choices }: AnalysisField, languages: readonly (string | null)[]): ChoiceList {
  const list = new Map<string, Choice>()
  const names = languages.length > 0 ? languages : [null]
  for (const { uuid, labels } of choices.results) {
    const textIn = (language: string) => ownProperty(labels, language) ?? null
    const label = textIn(DEFAULT)
    list.set(uuid, {
      name: uuid,
      labels: names.map((language) => (language === null ? null : textIn(language)) ?? label),
      index: list.size,
    })
  }
  return list
}
