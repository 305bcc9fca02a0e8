import type {
  AnalysisQuestion,
  FeatureRecord,
  SupplementRecord,
  SupplementVersion,
  VersionedValue,
} from '#/demo/records.ts'

const isVersioned = (value: unknown): value is VersionedValue =>
  typeof value === 'object' && value !== null && '_versions' in value

/** A value, and when it became valid: of two for one column the later one is sent. */
type Dated = [date: string, value: object]

/** `_supplementalDetails` of a submission [2051], from all that was added to it. */
export function supplementalDetails(features: readonly FeatureRecord[], supplement: SupplementRecord) {
  const details: Record<string, object> = {}
  for (const [path, actions] of Object.entries(supplement)) {
    if (typeof actions === 'string') continue
    const transcripts: Dated[] = []
    const translations = new Map<string, Dated[]>()
    const qual: Record<string, object> = {}
    for (const [action, values] of Object.entries(actions)) {
      const feature = features.find((one) => one.question_xpath === path && one.action === action)
      if (!feature) continue
      if (isVersioned(values)) transcripts.push(...textOf(values, true))
      else if (action === 'manual_qual') Object.assign(qual, answersOf(feature, values))
      else {
        for (const [language, value] of Object.entries(values)) {
          translations.set(language, [...(translations.get(language) ?? []), ...textOf(value, false)])
        }
      }
    }
    const translation = Object.fromEntries(
      [...translations].flatMap(([language, dated]) => (dated.length > 0 ? [[language, newest(dated)]] : [])),
    )
    details[path] = {
      ...(transcripts.length > 0 && { transcript: newest(transcripts) }),
      ...(Object.keys(translation).length > 0 && { translation }),
      ...(Object.keys(qual).length > 0 && { qual }),
    }
  }
  return details
}

const newest = (values: Dated[]) => values.toSorted(([one], [other]) => (one < other ? 1 : -1))[0]?.[1]

/** What was not accepted is sent without its text. */
function textOf({ _versions: [latest] }: VersionedValue, hasRegion: boolean): Dated[] {
  const { value, language, locale = null } = latest?._data ?? {}
  if (!latest || value === undefined || value === null) return []
  const common = { languageCode: language, ...(hasRegion && { regionCode: locale }) }
  return latest._dateAccepted === undefined
    ? [[latest._dateCreated, { ...common, pendingReview: true, value: '' }]]
    : [[latest._dateAccepted, { ...common, value }]]
}

function answersOf({ question_xpath: xpath, params }: FeatureRecord, values: Record<string, VersionedValue>) {
  const answers: Record<string, object> = {}
  for (const [
    uuid,
    {
      _versions: [latest],
    },
  ] of Object.entries(values)) {
    const question = params.find((one) => 'uuid' in one && one.uuid === uuid)
    if (!latest || !question || !('uuid' in question)) continue
    const { type, labels } = question
    const verified = latest.verified ?? false
    answers[uuid] = { value: outputOf(question, latest), type, xpath, labels, verified, source: 'manual' }
  }
  return answers
}

function outputOf({ type, choices = [] }: AnalysisQuestion, { _data: { value } }: SupplementVersion): unknown {
  const choiceOf = (uuid: unknown) => ({ uuid, labels: choices.find((choice) => choice.uuid === uuid)?.labels ?? {} })
  if (type === 'qualSelectOne') return value ? choiceOf(value) : null
  return type === 'qualSelectMultiple' && Array.isArray(value) ? value.map(choiceOf) : value
}
