import { describe, expect, it } from 'vitest'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { seededForm } from '#/demo/seed/forms/forms.ts'
import { planAnswers } from '#/features/bulk/bring/plan-answers.ts'
import { newBulkJob, undoOf } from '#/features/bulk/bulk-job.ts'
import { countOutcomes } from '#/lib/batch-job/batch-job.ts'
import { answersToBring } from '#/lib/xlsform/compare/answers-to-bring.ts'
import {
  allRows,
  expectOthersUntouched,
  nonZeroCounts,
  requestAsColleague,
  runToStop,
  takeWrites,
} from './bulk-jobs.ts'
import { server, setUpServer } from './set-up-server.ts'

setUpServer()

const before = seededForm('household')
const NEW_NAMES: Record<string, string> = {
  people: 'household_size',
  walls: 'wall_material',
  m_age: 'age',
  under_five: 'children_under_five',
  hh_code: 'code',
}
/** Five questions with new names, one of them in a repeat group, and a choice with a new one. */
const after = {
  ...before,
  survey: before.survey.map((row) => {
    const name = NEW_NAMES[row.name ?? '']
    return name === undefined ? row : { ...row, name, $autoname: name }
  }),
  choices: (before.choices ?? []).map((row) =>
    row.list_name === 'walls' && row.name === 'mud' ? { ...row, name: 'earth', $autovalue: 'earth' } : row,
  ),
}
const { copies, recodes } = answersToBring(before, after)
const planFor = (rows: readonly Submission[]) =>
  planAnswers(rows, { copies, recodes: recodes.map((recode) => ({ ...recode, value: recode.value ?? '' })) })

/** The answers of rows, without what every edit changes. */
const answersOf = (rows: readonly Submission[]) =>
  rows.map(({ _uuid, 'meta/instanceID': _instance, 'meta/deprecatedID': _deprecated, ...answers }) => answers)

const jobFor = (rows: readonly Submission[]) => {
  const { values, expected } = planFor(rows)
  return newBulkJob({ kind: 'bring', values, expected }, [...values.keys()])
}

describe('bringing answers along', { timeout: 30_000 }, () => {
  it('writes them under their new names, also in repeat groups, and undoes exactly that', async () => {
    expect(copies.map(({ obstacle }) => obstacle)).toEqual([null, null, null, null, null])
    const rows = await allRows()
    const some = rows.slice(0, 40)
    const job = await runToStop(jobFor(some))
    expect(job.phase).toBe('ended')
    expect(nonZeroCounts(job)).toEqual({ total: job.ids.length, done: job.ids.length })
    await expectOthersUntouched(rows, job.ids)

    const now = (await allRows()).slice(0, 40)
    for (const [index, row] of now.entries()) {
      const old = some[index]
      expect(row['hh/household_size']).toBe(old?.['hh/people'])
      expect(row['living/wall_material']).toBe(old?.['living/walls'] === 'mud' ? 'earth' : old?.['living/walls'])
      const ages = (entries: unknown, name: string) =>
        Array.isArray(entries) ? entries.map((entry: Record<string, unknown>) => entry[`member/${name}`]) : []
      expect(ages(row['member'], 'age')).toEqual(ages(old?.['member'], 'm_age'))
    }
    expect(planFor(now).values.size).toBe(0)

    const undo = undoOf(job)
    const undone = undo && (await runToStop(undo))
    expect(undone && nonZeroCounts(undone)).toEqual({ total: job.ids.length, done: job.ids.length })
    expect(answersOf(await allRows())).toEqual(answersOf(rows))
  })

  it.each(['answer-lost', '504', '401'])('interrupted by %s, it resumes and can be undone', async (fault) => {
    const rows = await allRows()
    const some = rows.slice(0, 12)
    server.chaos.set(`${fault};on=write;after=1`)
    const first = await runToStop(jobFor(some))
    server.chaos.set('')
    const second = first.phase === 'ended' ? first : await runToStop(first)
    expect(second.phase).toBe('ended')
    const { done = 0, unchanged = 0 } = nonZeroCounts(second)
    expect(done + unchanged).toBe(second.ids.length)
    const undo = undoOf(second)
    if (undo) await runToStop(undo)
    expect(answersOf(await allRows())).toEqual(answersOf(rows))
  })

  it('leaves alone what others changed meanwhile, and never writes over an answer', async () => {
    const rows = await allRows()
    const some = rows.slice(0, 3)
    const job = jobFor(some)
    const [first, second] = job.ids
    const change = async (id: number | undefined, data: object) =>
      requestAsColleague('PATCH', 'bulk/', { payload: { submission_ids: [id], data } })
    await change(first, { 'hh/household_size': '99' })
    await change(second, { 'hh/people': '98' })
    takeWrites()
    const ended = await runToStop(job)
    expect(countOutcomes(ended)).toMatchObject({ changedMeanwhile: 2, done: job.ids.length - 2 })
    const now = await allRows()
    expect(now.find(({ _id }) => _id === first)?.['hh/household_size']).toBe('99')
    expect(now.find(({ _id }) => _id === second)?.['hh/household_size']).toBeUndefined()
  })
})
