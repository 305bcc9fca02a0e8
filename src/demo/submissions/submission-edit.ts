import { currentContent } from '#/demo/assets/content.ts'
import type { AssetRecord, SubmissionEdit } from '#/demo/records.ts'
import { serverError } from '#/demo/responses.ts'
import { uuidOf } from '#/demo/seed/random.ts'
import { isProtected, parsePath, withAnswer } from './answer-paths.ts'
import { attachmentsOf } from './submission-changes.ts'
import { geolocationOf, type Submission } from './submission-serializer.ts'

type Answers = Record<string, unknown>

/**
 * The paths and texts that a bulk edit writes. `null` removes an answer, as `""` does [2126]; protected paths are left
 * out [2128].
 * @throws 500 for a value that is neither text nor `null` [2125]
 */
export function answerTexts(data: Answers): [path: string, text: string][] {
  if (Object.values(data).some((value) => value !== null && typeof value !== 'string')) throw serverError()
  return Object.entries(data).flatMap(([path, value]) =>
    isProtected(path) ? [] : [[path, typeof value === 'string' ? value : '']],
  )
}

/**
 * Adds an edit to the earlier edits of a submission; of each answer the latest edit counts [0841, 0853]. Editing a
 * photo or file question removes the file permanently [2130-2132].
 * @throws InvalidPathError if an answer cannot be written [2124, 2127]
 */
export function applyEdit(
  asset: AssetRecord,
  before: Submission,
  previousEdit: SubmissionEdit | undefined,
  texts: readonly [path: string, text: string][],
): SubmissionEdit {
  const after = texts.reduce<Answers>((answers, [path, text]) => withAnswer(answers, path, text), { ...before })
  const geopointPath = geopointQuestion(asset)
  if (geopointPath !== undefined && after[geopointPath] !== before[geopointPath])
    after._geolocation = geolocationOf(textOrUndefined(after[geopointPath]))
  const paths = new Set(texts.map(([path]) => plainPath(path)))
  const removedFiles = attachmentsOf(before).filter(({ question_xpath: path }) => paths.has(plainPath(String(path))))
  return {
    answers: { ...previousEdit?.answers, ...changedKeys(before, after) },
    uuid: uuidOf(Math.random),
    deprecated: before._uuid,
    lost: [...(previousEdit?.lost ?? []), ...removedFiles.map(({ uid }) => String(uid))],
    former: [...(previousEdit?.former ?? []), before._uuid],
  }
}

function changedKeys(before: Answers, after: Answers): Answers {
  const changed = Object.entries(after).filter(([key, value]) => value !== before[key])
  const removed = Object.keys(before).filter((key) => !(key in after))
  return { ...Object.fromEntries(changed), ...Object.fromEntries(removed.map((key) => [key, ''])) }
}

/** The path without the position of first entries. */
const plainPath = (path: string) =>
  parsePath(path)
    .map(({ name, position = 1 }) => (position === 1 ? name : `${name}[${position}]`))
    .join('/')

/** Path of the question that sets a submission's `_geolocation`: the first geopoint question. */
export const geopointQuestion = (asset: AssetRecord) =>
  currentContent(asset).survey.find(({ type }) => type === 'geopoint')?.$xpath

const textOrUndefined = (value: unknown) => (typeof value === 'string' ? value : undefined)
