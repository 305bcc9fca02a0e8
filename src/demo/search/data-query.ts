import { badRequest, type PageRequest, pageRequest, serverFault } from '#/demo/answers.ts'
import { isRecord } from '#/demo/permissions/access.ts'
import type { Filter } from '#/demo/records.ts'
import type { Submission } from '#/demo/submissions/submission-answer.ts'
import { attachmentsOf } from '#/demo/submissions/submission-changes.ts'
import { readSortOrder, type SortOrder } from './sort-order.ts'

/** What a request for submissions asks for. */
export interface DataQuery {
  query: Filter | undefined
  sort: SortOrder | undefined
  fields: string[] | undefined
  /** The part of the list that is sent. */
  page: PageRequest
  /** The part that `next` and `previous` are counted from: for `offset` and `page`, which do nothing else [0704, 0705]. */
  linkPage: PageRequest
}

/**
 * @throws 400 for what is no JSON, or no positive number [0709-0730, 2006, 2170]; 500 for a `query` or `sort` that is
 *   JSON, but no object [2162, 2169]
 */
export function readDataQuery(search: URLSearchParams): DataQuery {
  const limit = search.get('limit')
  if (limit !== null && !/^[1-9]\d*$/.test(limit)) throw badRequest({ limit: 'A positive integer is required' })
  if (search.has('submission_ids')) throw badRequest({ submission_ids: 'Value must be a list.' })
  const query = parameter(search, 'query')
  if (query !== undefined && !isRecord(query)) throw serverFault()
  const fields = parameter(search, 'fields')
  const rows = new URLSearchParams([...search].filter(([name]) => name === 'limit' || name === 'start'))
  return {
    query,
    sort: readSortOrder(parameter(search, 'sort')),
    fields: Array.isArray(fields) ? fields.map(String) : undefined,
    page: pageRequest(rows),
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

/** Sent whatever fields are asked for [0715]. */
const ALWAYS_SENT = new Set(['_uuid', 'meta/rootUuid', '_id'])
const STATUS = '_validation_status'
const FILES = '_attachments'

/** The status is there in any case, but empty where `fields` leave it out or name a part of it [2163, 2164, 2166]. */
export function selectFields(submission: Submission, fields: string[] | undefined): Submission {
  if (!fields) return submission
  const isWanted = (key: string) => ALWAYS_SENT.has(key) || fields.includes(key)
  const selected = Object.fromEntries(Object.entries(submission).filter(([key]) => isWanted(key))) as Submission
  return {
    ...selected,
    ...(fields.includes(FILES) && { [FILES]: filesOf(submission, fields) }),
    [STATUS]: fields.includes(STATUS) ? submission[STATUS] : {},
  }
}

/** The files; each names its question only where the answer comes along, since KPI looks for its name there. */
const filesOf = (submission: Submission, fields: string[]) =>
  attachmentsOf(submission).map((file) => {
    const path = String(file.question_xpath)
    const isAnswered = fields.some((field) => path === field || path.startsWith(`${field}[`))
    return isAnswered ? file : { ...file, question_xpath: '' }
  })
