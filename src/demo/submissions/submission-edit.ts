import { serverFault } from '#/demo/answers.ts'
import { currentContent } from '#/demo/assets/content.ts'
import type { AssetRecord, SubmissionEdit } from '#/demo/records.ts'
import { uuidOf } from '#/demo/seed/random.ts'
import { isProtected, parsePath, withAnswer } from './answer-paths.ts'
import { geolocationOf, type Submission } from './submission-answer.ts'
import { attachmentsOf } from './submission-changes.ts'

type Answers = Record<string, unknown>

/**
 * The answers that an edit of many writes, as texts; `null` removes as `""` does [2126]. What KPI keeps to itself is
 * left out without a word [2128].
 * @throws 500 for anything that is no text [2125]
 */
export function textsOf(data: Answers): [path: string, text: string][] {
  if (Object.values(data).some((value) => value !== null && typeof value !== 'string')) throw serverFault()
  return Object.entries(data).flatMap(([path, value]) =>
    isProtected(path) ? [] : [[path, typeof value === 'string' ? value : '']],
  )
}

/**
 * One more edit of a submission, on top of all that were made of it; the newest of each answer counts [0841, 0853].
 * Editing the question of a photo or another file loses the file for good [2130-2132].
 * @throws BadPath where an answer cannot be written [2124, 2127]
 */
export function edited(
  asset: AssetRecord,
  before: Submission,
  last: SubmissionEdit | undefined,
  texts: readonly [path: string, text: string][],
): SubmissionEdit {
  const after = texts.reduce<Answers>((answers, [path, text]) => withAnswer(answers, path, text), { ...before })
  const place = placeQuestion(asset)
  if (place !== undefined && after[place] !== before[place]) after._geolocation = geolocationOf(textIn(after[place]))
  const paths = new Set(texts.map(([path]) => plainPath(path)))
  const lost = attachmentsOf(before).filter(({ question_xpath: path }) => paths.has(plainPath(String(path))))
  return {
    answers: { ...last?.answers, ...changedKeys(before, after) },
    uuid: uuidOf(Math.random),
    deprecated: before._uuid,
    lost: [...(last?.lost ?? []), ...lost.map(({ uid }) => String(uid))],
    former: [...(last?.former ?? []), before._uuid],
  }
}

function changedKeys(before: Answers, after: Answers): Answers {
  const changed = Object.entries(after).filter(([key, value]) => value !== before[key])
  const removed = Object.keys(before).filter((key) => !(key in after))
  return { ...Object.fromEntries(changed), ...Object.fromEntries(removed.map((key) => [key, ''])) }
}

/** The path with the position of each entry left out where it is the first. */
const plainPath = (path: string) =>
  parsePath(path)
    .map(({ name, position = 1 }) => (position === 1 ? name : `${name}[${position}]`))
    .join('/')

/** The question whose answer is a submission's place: the first that asks for one. */
export const placeQuestion = (asset: AssetRecord) =>
  currentContent(asset).survey.find(({ type }) => type === 'geopoint')?.$xpath

const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined)
