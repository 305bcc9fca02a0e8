import { describe, expect, it } from 'vitest'
import { lastSegment } from '#/api/addresses.ts'
import { ApiError } from '#/api/errors.ts'
import { toQuery } from '#/api/kpi/assets/project-search.ts'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { isCodename } from '#/api/kpi/permissions/codenames.ts'
import { toPeople } from '#/api/kpi/permissions/people.ts'
import { toServerAddress } from '#/api/kpi/session/server-address.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { formColumns, titleColumn } from '#/dataset/model/columns.ts'
import { fileOf } from '#/dataset/model/system-fields.ts'
import { answerOf, selectedValuesOf, entriesOf, pointCount, pointOf, timeOf } from '#/dataset/model/values.ts'
import { unknownColumns } from '#/dataset/model/version-columns.ts'
import { allColumns, answeredColumnIds, cardColumns, visibleColumns } from '#/dataset/model/visible-columns.ts'
import { DEFAULT_COLUMNS, readDatasetQuery } from '#/dataset/query/query.ts'
import { initialsOf } from '#/features/sharing/parts/initials.ts'
import { personalQuestions } from '#/features/sharing/public/personal-questions.ts'
import { accessConditionsOf, limitsOf } from '#/features/sharing/rules/read-filter.ts'
import { lastDays } from '#/lib/time/last-days.ts'
import { mediaKind } from '#/lib/media-kind.ts'
import { toFileName } from '#/lib/save-file.ts'
import { labelIn } from '../src/dataset/model/form.ts'
import { hasAnswer, isAutomatic, questionKind } from '../src/dataset/model/question-kind.ts'
import { formOf } from '../src/dataset/sources/kpi/questions.ts'
import { choiceListsOf, questionsOf } from '../src/dataset/sources/kpi/questions.ts'
import { hostileContent, hostileSubmission } from './form.ts'
import { HOSTILE, hostileValues } from './values.ts'

it('there are at least 100 different hostile values', () => {
  expect(new Set(hostileValues).size).toBe(hostileValues.length)
  expect(hostileValues.length).toBeGreaterThanOrEqual(100)
})

it('hostile values do not change object prototypes', () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
})

describe.each(Object.entries(HOSTILE))('hostile values of the kind %s', (_kind, values) => {
  it('are read as answers, without inherited properties', () => {
    for (const value of values) {
      expect(answerOf({ [value]: 'an answer' }, value)).toBe('an answer')
      expect(answerOf({}, value)).toBeNull()
      expect(entriesOf({}, value)).toEqual([])
      expect(answerOf({ a: value }, 'a')).toBe(value)
      expect(entriesOf({ a: value }, 'a')).toEqual([])
    }
  })

  it('are parsed as point, time or choice, or left unchanged', () => {
    for (const value of values) {
      const { latitude = '0', longitude = '0' } = pointOf(value) ?? {}
      expect(Number.isFinite(Number(latitude) + Number(longitude))).toBe(true)
      expect(pointCount(value)).toBeGreaterThanOrEqual(0)
      expect(value).toContain(timeOf(value))
      expect(selectedValuesOf(value).every((choice) => value.includes(choice))).toBe(true)
    }
  })

  it('as type and name make a text question', () => {
    for (const value of values) {
      expect(questionKind(value)).toBe('text')
      expect(isAutomatic(value)).toBe(false)
      expect(hasAnswer(value)).toBe(true)
      const content = FormContent.parse({
        survey: [{ type: value, name: value, $xpath: value, label: [value] }],
        translations: [value],
        choices: [{ list_name: value, name: value, label: [value] }],
      })
      expect(questionsOf(content).map((question) => labelIn(question, null))).toEqual([value])
      expect(choiceListsOf(content).get(value)?.get(value)?.index).toBe(0)
      expect(personalQuestions(content)).toBeInstanceOf(Array)
    }
  })

  it('are usernames, but no permissions', () => {
    for (const value of values) {
      const { href: user } = new URL(
        `https://kobo.example.org/api/v2/users/${encodeURIComponent(value.toWellFormed())}/`,
      )
      const [person] = toPeople([
        { url: value, user, permission: value, partial_permissions: [{ url: value, filters: [{ [value]: value }] }] },
      ])
      expect(person?.held.size).toBe(0)
      expect(isCodename(value)).toBe(false)
      expect(typeof lastSegment(value)).toBe('string')
      expect(Array.from(initialsOf(value)).length).toBeLessThanOrEqual(2)
      expect(accessConditionsOf({ [value]: { $in: [value] } })).toHaveLength(1)
      expect(limitsOf([{ codename: value, filters: [{ [value]: value }] }])).toHaveLength(1)
    }
  })

  it('stay quoted in a search', () => {
    for (const value of values) {
      const words = toQuery({ text: value, status: 'all' }).split(' AND "').slice(1)
      for (const word of words) expect(word.slice(0, -1)).not.toMatch(/["\\]/)
    }
  })

  it('make valid file names', () => {
    for (const value of values) {
      for (const name of [toFileName(value), toFileName(value, 'xlsx')]) {
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$/u)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
      }
      expect(mediaKind(value)).toBeNull()
      expect(mediaKind(`image/svg+xml;${value}`)).toBeNull()
    }
  })

  it('are ignored in the app’s URL', () => {
    for (const value of values) {
      const view = readDatasetQuery(new URLSearchParams({ page: value, size: value, labels: value, submission: value }))
      expect(view.page).toBeGreaterThanOrEqual(1)
      expect(toServerAddress(value) ?? 'https://none').toMatch(/^https?:\/\/[^/@]+$/)
    }
  })

  it('are kept as messages of error responses', async () => {
    for (const value of values) {
      const body = { [value]: [value], detail: value, error: { [value]: value } }
      const error = await ApiError.from(new Response(JSON.stringify(body), { status: 400 }))
      expect(error.kind).toBe('rejected')
      expect(error.message).toBe(value || error.message)
    }
  })
})

it('a form and its submissions made of hostile values have columns', () => {
  const content = FormContent.parse(hostileContent(hostileValues))
  const rows = [0, 1, 2].map((index) =>
    Submission.parse(hostileSubmission(hostileValues, index, 'https://kobo.example.org')),
  )
  const columns = formColumns(formOf(content))
  const title = titleColumn(columns, rows)
  const all = allColumns([...columns, ...unknownColumns(columns, rows)])
  const answered = () => answeredColumnIds(rows)
  const ordered = all.map(({ id }) => id)
  const choice = { ...DEFAULT_COLUMNS, hidesEmpty: true }
  const table = visibleColumns({ all, ordered, title, choice, initial: null, answered })
  expect(columns.length).toBeGreaterThan(150)
  expect(cardColumns(table, rows).length).toBeGreaterThan(1)
  expect(unknownColumns(columns, rows).length).toBeGreaterThan(0)
  for (const row of rows) for (const { id } of columns) fileOf(row, id, answerOf(row, id) ?? '')
})

it('invalid days are not counted', () => {
  const counts = Object.fromEntries(hostileValues.map((value) => [value, 1e9]))
  expect(lastDays(counts, 7, new Date('2026-11-21')).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0])
})
