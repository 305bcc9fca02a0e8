import { badRequest } from '#/demo/answers.ts'
import type { Filter } from '#/demo/records.ts'
import { conditionTest, isFilter, isOperator } from './mongo-operators.ts'

type DocumentTest = (document: Filter) => boolean

const compiled = new WeakMap<Filter, DocumentTest>()

/**
 * Whether a submission is one that a query finds. Answers are texts: numbers find nothing [0729].
 * @throws 400 as {@link compileQuery}
 */
export const matches = (document: Filter, query: Filter): boolean => compileQuery(query)(document)

/**
 * The test that a query stands for, made once for each query. A key that begins with `$` and is no operator that KPI
 * lets through is taken for a field, which no submission has [2151].
 * @throws 400 for operators at the top level that belong to a field, empty `$or` and `$and`, bad regular expressions
 *   [2161]
 */
export function compileQuery(query: Filter): DocumentTest {
  const known = compiled.get(query)
  if (known) return known
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
  const test = conditionTest(condition, { compileQuery, refuse: unsupportedQuery })
  return (document) => test(valueAt(document, key))
}

/** KPI's words for what MongoDB refuses [2161, 2202]. */
const unsupportedQuery = () => badRequest(['Unsupported query'])

function queriesIn(value: unknown): Filter[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isFilter)) throw unsupportedQuery()
  return value
}

/** What a query asks of the `_id`, and what else it asks: the first is known without the whole document. */
export function idsOfQuery(query: Filter | undefined): { ids: Filter[]; rest: Filter[] } {
  const parts = Object.entries(query ?? {}).flatMap(([key, condition]) =>
    key === '$and' ? queriesIn(condition) : [{ [key]: condition }],
  )
  const isOfId = (part: Filter) => Object.keys(part).every((key) => key === '_id')
  return { ids: parts.filter(isOfId), rest: parts.filter((part) => !isOfId(part)) }
}

/**
 * The answer that a key of a query or of a sort order means. Dots lead into the validation status only [2157, 2168];
 * `question_xpath` is made when attachments are answered, so no query sees it (NOTES, "Seen behind nginx").
 */
export function valueAt(document: Filter, key: string): unknown {
  if (key === '_attachments') return withoutPaths(document[key])
  if (Object.hasOwn(document, key)) return document[key]
  const [, inner] = /^_validation_status\.(\w+)$/.exec(key) ?? []
  const status = document._validation_status
  return inner !== undefined && isFilter(status) ? status[inner] : undefined
}

const withoutPaths = (attachments: unknown): unknown =>
  Array.isArray(attachments)
    ? attachments.map((attachment: Filter) =>
        Object.fromEntries(Object.entries(attachment).filter(([key]) => key !== 'question_xpath')),
      )
    : attachments
