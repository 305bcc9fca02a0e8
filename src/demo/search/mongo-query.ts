import type { Filter } from '#/demo/records.ts'
import { badRequest } from '#/demo/responses.ts'
import { conditionTest, isFilter, isOperator } from './mongo-operators.ts'

type DocumentTest = (document: Filter) => boolean

const compiled = new WeakMap<Filter, DocumentTest>()

/**
 * Whether a submission matches a query. Answers are texts, so a number never matches [0729].
 * @throws 400 as {@link compileQuery}
 */
export const matches = (document: Filter, query: Filter): boolean => compileQuery(query)(document)

/**
 * Compiles a query; the result is cached per query. A key that begins with `$` and is not an operator that KPI accepts
 * is read as a field, which no submission has [2151].
 * @throws 400 for field operators at the top level, empty `$or` and `$and`, and invalid regular expressions [2161]
 */
export function compileQuery(query: Filter): DocumentTest {
  const cached = compiled.get(query)
  if (cached) return cached
  const tests = Object.entries(query).map(([key, condition]) => testOf(key, condition))
  const test: DocumentTest = (document) => tests.every((one) => one(document))
  compiled.set(query, test)
  return test
}

function testOf(key: string, condition: unknown): DocumentTest {
  if (key === '$and' || key === '$or') {
    const tests = queriesIn(condition).map(compileQuery)
    return key === '$and'
      ? (document) => tests.every((test) => test(document))
      : (document) => tests.some((test) => test(document))
  }
  if (isOperator(key)) throw unsupportedQuery()
  const test = conditionTest(condition, { compileQuery, unsupported: unsupportedQuery })
  return (document) => test(valueAt(document, key))
}

/** KPI's response to a query that MongoDB refuses [2161, 2202]. */
const unsupportedQuery = () => badRequest(['Unsupported query'])

function queriesIn(value: unknown): Filter[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isFilter)) throw unsupportedQuery()
  return value
}

/** Splits a query into conditions on `_id`, which can be checked without building the submission, and the others. */
export function splitIdConditions(query: Filter | undefined): { ids: Filter[]; rest: Filter[] } {
  const parts = Object.entries(query ?? {}).flatMap(([key, condition]) =>
    key === '$and' ? queriesIn(condition) : [{ [key]: condition }],
  )
  const isIdCondition = (part: Filter) => Object.keys(part).every((key) => key === '_id')
  return { ids: parts.filter(isIdCondition), rest: parts.filter((part) => !isIdCondition(part)) }
}

/**
 * The value that a key of a query or sort order means. Dots work only in the validation status [2157, 2168]. Queries
 * cannot see `question_xpath`, which KPI adds when it sends attachments (NOTES, "Seen behind nginx").
 */
export function valueAt(document: Filter, key: string): unknown {
  if (key === '_attachments') return withoutQuestionPaths(document[key])
  if (Object.hasOwn(document, key)) return document[key]
  const [, statusKey] = /^_validation_status\.(\w+)$/.exec(key) ?? []
  const status = document._validation_status
  return statusKey !== undefined && isFilter(status) ? status[statusKey] : undefined
}

const withoutQuestionPaths = (attachments: unknown): unknown =>
  Array.isArray(attachments)
    ? attachments.map((attachment: Filter) =>
        Object.fromEntries(Object.entries(attachment).filter(([key]) => key !== 'question_xpath')),
      )
    : attachments
