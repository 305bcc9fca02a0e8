import { badRequest } from '#/demo/responses.ts'
import { isRecord } from '#/demo/permissions/access.ts'
import { newUid } from '#/demo/database.ts'
import type { AnalysisQuestion, FeatureParams, FeatureRecord } from '#/demo/records.ts'

/** What KPI can be told to do with a question. */
const ACTIONS = new Set(
  'manual_qual manual_transcription manual_translation automatic_google_transcription automatic_google_translation'.split(
    ' ',
  ),
)
const TYPES = new Set('qualText qualInteger qualSelectOne qualSelectMultiple qualTags qualNote'.split(' '))
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isAnalysisQuestion = (value: unknown): value is AnalysisQuestion =>
  isRecord(value) &&
  UUID.test(String(value.uuid)) &&
  TYPES.has(String(value.type)) &&
  isRecord(value.labels) &&
  String(value.type).startsWith('qualSelect') === Array.isArray(value.choices)

const isLanguage = (value: unknown): value is { language: string } =>
  isRecord(value) && typeof value.language === 'string'

const isAnalysis = (params: FeatureParams): params is AnalysisQuestion[] => params.every(isAnalysisQuestion)

/** @throws 400 for params of another shape [2043] */
function readParams(action: string, params: unknown): FeatureParams {
  const list: unknown[] = Array.isArray(params) ? params : [null]
  const read = action === 'manual_qual' ? list.filter(isAnalysisQuestion) : list.filter(isLanguage)
  if (read.length < list.length) throw badRequest({ non_field_errors: ['Invalid parameters for this action'] })
  return read
}

/**
 * A new feature. The question need not be in the form [2042, 2066].
 * @throws 400 where the question has it already [2041]
 */
export function newFeature(features: readonly FeatureRecord[], body: Record<string, unknown>): FeatureRecord {
  const { question_xpath: path, action, params } = body
  if (typeof path !== 'string' || path === '') throw badRequest({ question_xpath: ['This field is required.'] })
  if (typeof action !== 'string' || !ACTIONS.has(action)) {
    throw badRequest({ action: [`"${String(action)}" is not a valid choice.`] })
  }
  const read = readParams(action, params)
  if (features.some((feature) => feature.question_xpath === path && feature.action === action)) {
    throw badRequest(['Action for this question already exists'])
  }
  return { question_xpath: path, action, params: read, uid: newUid('qaf') }
}

/**
 * The feature with other params. Analysis questions that are left out are marked as deleted [2057], languages stay.
 * @throws 400 for a question of another type [2058]
 */
export function withParams(feature: FeatureRecord, params: unknown): FeatureRecord {
  const next = readParams(feature.action, params)
  if (!isAnalysis(next) || !isAnalysis(feature.params)) {
    const languages = new Set([...feature.params, ...next].flatMap((one) => ('language' in one ? one.language : [])))
    return { ...feature, params: [...languages].map((language) => ({ language })) }
  }
  for (const { uuid, type } of feature.params) {
    const to = next.find((question) => question.uuid === uuid)?.type
    if (to !== undefined && to !== type) {
      throw badRequest([`Cannot change type of existing question with uuid ${uuid} from ${type} to ${to}`])
    }
  }
  const kept = feature.params.filter(({ uuid }) => !next.some((question) => question.uuid === uuid))
  return {
    ...feature,
    params: [...next, ...kept.map((question) => ({ ...question, options: { ...question.options, deleted: true } }))],
  }
}

/** KPI lists the columns by what was done, in this order. */
const ORDER = [...ACTIONS].toSorted((one, other) => rankOf(one) - rankOf(other))
function rankOf(action: string): number {
  const kind = ['transcription', 'translation', 'qual'].findIndex((part) => action.endsWith(part))
  return kind * 2 + Number(action.startsWith('automatic'))
}

/** `analysis_form_json.additional_fields` of a project [2061]. */
export function additionalFields(features: readonly FeatureRecord[]): object[] {
  const byName = new Map<string, object>()
  for (const action of ORDER) {
    for (const { question_xpath: source, params } of features.filter((feature) => feature.action === action)) {
      for (const field of params.flatMap((one) => fieldsOf(one, source, action))) {
        if (!byName.has(field.name)) byName.set(field.name, field)
      }
    }
  }
  return [...byName.values()]
}

type Field = Record<string, unknown> & { name: string }

function fieldsOf(one: FeatureParams[number], source: string, action: string): Field[] {
  if ('language' in one) {
    const type = action.endsWith('translation') ? 'translation' : 'transcript'
    const name = `${source}/${type}_${one.language.split('-')[0] ?? ''}`
    return [{ language: one.language, source, type, name, dtpath: name }]
  }
  if (one.type === 'qualNote') return []
  const name = `${source}/${one.uuid}`
  const choices = one.choices?.map(({ uuid, labels }) => ({ uuid, labels }))
  const extra = (label: string, type: string) => ({
    label,
    source: name,
    type,
    name: `${name}/${label}`,
    dtpath: `${name}/${label}`,
  })
  return [
    { label: one.labels._default, source, name, type: one.type, dtpath: name, ...(choices && { choices }) },
    extra('source', 'qualSource'),
    extra('verified', 'qualVerification'),
  ]
}
