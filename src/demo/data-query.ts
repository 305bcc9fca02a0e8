import { isRecord } from './access.ts'
import { badRequest, type PageRequest, pageRequest } from './answers.ts'
import { valueAt } from './mongo-query.ts'
import type { Filter } from './records.ts'
import type { Submission } from './submission-answer.ts'

/** What a request for submissions asks for. */
export interface DataQuery {
  query: Filter | undefined
  sort: Record<string, unknown> | undefined
  fields: string[] | undefined
  /** The part of the list that is sent. */
  page: PageRequest
  /** The part that `next` and `previous` are counted from: for `offset` and `page`, which do nothing else [0704, 0705]. */
  linkPage: PageRequest
}

/** @throws 400 for what is no JSON, or no number [0709-0730] */
export function readDataQuery(search: URLSearchParams): DataQuery {
  const limit = search.get('limit')
  if (limit !== null && !/^[1-9]\d*$/.test(limit)) throw badRequest({ limit: 'A positive integer is required' })
  const query = parameter(search, 'query')
  const sort = parameter(search, 'sort')
  const fields = parameter(search, 'fields')
  const rows = new URLSearchParams([...search].filter(([name]) => name === 'limit' || name === 'start'))
  return {
    query: isRecord(query) ? query : undefined,
    sort: isRecord(sort) ? sort : undefined,
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

/** The status is there in any case, but empty where `fields` leave it out or name a part of it [2163, 2164, 2166]. */
export function selectFields(submission: Submission, fields: string[] | undefined): Submission {
  if (!fields) return submission
  const isWanted = (key: string) => ALWAYS_SENT.has(key) || fields.includes(key)
  const selected = Object.fromEntries(Object.entries(submission).filter(([key]) => isWanted(key))) as Submission
  return { ...selected, [STATUS]: fields.includes(STATUS) ? submission[STATUS] : {} }
}

/** By one key or several: 1 upwards, -1 downwards; what is not there comes first [0711]. Texts compare as texts. */
export function sortSubmissions(submissions: Submission[], sort: Record<string, unknown>): Submission[] {
  const keys = Object.entries(sort)
  return submissions.toSorted((a, b) => {
    for (const [key, direction] of keys) {
      const order = compare(valueAt(a, key), valueAt(b, key))
      if (order !== 0) return direction === -1 ? -order : order
    }
    return 0
  })
}

function compare(one: unknown, other: unknown): number {
  if (one === undefined || other === undefined) return Number(other === undefined) - Number(one === undefined)
  if (typeof one === 'number' && typeof other === 'number') return one - other
  const [text, next] = [textOf(one), textOf(other)]
  return text < next ? -1 : text > next ? 1 : 0
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
