import { ownProperty } from '#/lib/own-property.ts'

/** With what the keys begin under which a submission has its supplemental details one by one. */
const PREFIX = '_supplementalDetails/'

/** What KPI calls where an answer to an analysis question comes from. */
const SOURCES: Record<string, string> = { 'generated with AI': 'automatic' }

export const isSupplementalKey = (key: string): boolean => key.startsWith(PREFIX)

/** The key of a value, by KPI's name of its column: `question/transcript_fr`, `question/uuid`. */
export const supplementalKey = (name: string): string => `${PREFIX}${name}`

/**
 * The values in `_supplementalDetails` [2051], each as text under a key of its own, as answers are: a choice by its uuid,
 * several with spaces between, tags with line breaks. `<key>/verified`, `<key>/source` and `<key>/pendingReview` say more
 * of a value. Whatever has another shape is left out.
 */
export function supplementalValues(details: unknown): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [path, ofQuestion] of entriesOf(details)) {
    const { transcript, translation, qual } = recordOf(ofQuestion)
    addText(values, path, 'transcript', transcript)
    // Of `fr` and `fr-CA`, which share a column, the first that has a text.
    for (const [language, text] of entriesOf(translation)) {
      addText(values, path, 'translation', { languageCode: language, ...recordOf(text) })
    }
    for (const [uuid, answer] of entriesOf(qual)) {
      const { value, verified, source } = recordOf(answer)
      const text = textOf(value)
      if (text === '') continue
      const key = supplementalKey(`${path}/${uuid}`)
      values[key] = text
      if (typeof verified === 'boolean') values[`${key}/verified`] = String(verified)
      if (typeof source === 'string') values[`${key}/source`] = ownProperty(SOURCES, source) ?? source
    }
  }
  return values
}

/** A transcript or translation. One that was made automatically has no text until somebody has accepted it. */
function addText(values: Record<string, string>, path: string, type: string, text: unknown) {
  const { value, languageCode, pendingReview } = recordOf(text)
  if (typeof languageCode !== 'string') return
  // The column of a language has no region.
  const key = supplementalKey(`${path}/${type}_${languageCode.split('-', 1)[0] ?? ''}`)
  if (pendingReview === true) values[`${key}/pendingReview`] = 'true'
  else values[key] ??= textOf(value)
  if (values[key] === '') delete values[key]
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) {
    const hasChoices = value.some((item) => typeof item === 'object')
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join(hasChoices ? ' ' : '\n')
  }
  const { uuid } = recordOf(value)
  return typeof uuid === 'string' ? uuid : ''
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const NOTHING: Record<string, unknown> = {}
const recordOf = (value: unknown) => (isRecord(value) ? value : NOTHING)
const entriesOf = (value: unknown) => Object.entries(recordOf(value))
