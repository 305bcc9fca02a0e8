import { isRecord } from '#/demo/permissions/access.ts'
import type { Filter } from '#/demo/records.ts'
import { badRequest, type PageRequest, pageRequest, serverError } from '#/demo/responses.ts'
import { attachmentsOf } from '#/demo/submissions/submission-changes.ts'
import type { Submission } from '#/demo/submissions/submission-serializer.ts'
import { readSortOrder, type SortOrder } from './sort-order.ts'

/** The query parameters of a request for submissions. */
export interface DataQuery {
  query: Filter | undefined
  sort: SortOrder | undefined
  fields: string[] | undefined
  /** The page that is sent. */
  page: PageRequest
  /** The page that `next` and `previous` are computed from. `offset` and `page` have no other effect [0704, 0705]. */
  linkPage: PageRequest
}

/**
 * Reads the query parameters of `data/`.
 * @throws 400 for invalid JSON or a `limit` that is not a positive integer [0709-0730, 2006, 2170]; 500 for a `query`
 *   or `sort` that is JSON, but not an object [2162, 2169]
 */
export function readDataQuery(search: URLSearchParams): DataQuery {
  const limit = search.get('limit')
  if (limit !== null && !/^[1-9]\d*$/.test(limit)) throw badRequest({ limit: 'A positive integer is required' })
  if (search.has('submission_ids')) throw badRequest({ submission_ids: 'Value must be a list.' })
  const query = parameter(search, 'query')
  if (query !== undefined && !isRecord(query)) throw serverError()
  const fields = parameter(search, 'fields')
  const pageParameters = new URLSearchParams([...search].filter(([name]) => name === 'limit' || name === 'start'))
  return {
    query,
    sort: readSortOrder(parameter(search, 'sort')),
    fields: Array.isArray(fields) ? fields.map(String) : undefined,
    page: pageRequest(pageParameters),
    linkPage: pageRequest(search),
  }
}

function parameter(search: URLSearchParams, name: string): unknown {
  const text = search.get(name)
  if (text === null || text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest({ [name]: 'Value must be valid JSON.' })
  }
}

/** Always sent, whatever `fields` says [0715]. */
const ALWAYS_SENT = new Set(['_uuid', 'meta/rootUuid', '_id'])
const STATUS = '_validation_status'
const FILES = '_attachments'

/**
 * Keeps the requested fields. The status is always sent, but empty if `fields` does not contain it or names a part of
 * it [2163, 2164, 2166].
 */
export function selectFields(submission: Submission, fields: string[] | undefined): Submission {
  if (!fields) return submission
  const isSelected = (key: string) => ALWAYS_SENT.has(key) || fields.includes(key)
  const selected = Object.fromEntries(Object.entries(submission).filter(([key]) => isSelected(key))) as Submission
  return {
    ...selected,
    ...(fields.includes(FILES) && { [FILES]: attachmentsFor(submission, fields) }),
    [STATUS]: fields.includes(STATUS) ? submission[STATUS] : {},
  }
}

/**
 * The attachments. `question_xpath` is empty if the question's answer is not requested, because KPI searches for the
 * file name in the answers.
 */
const attachmentsFor = (submission: Submission, fields: string[]) =>
  attachmentsOf(submission).map((file) => {
    const path = String(file.question_xpath)
    const isAnswered = fields.some((field) => path === field || path.startsWith(`${field}[`))
    return isAnswered ? file : { ...file, question_xpath: '' }
  })
