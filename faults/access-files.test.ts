import { describe, expect, it } from 'vitest'
import { CODENAMES, withImplied } from '#/api/kpi/permissions/codenames.ts'
import { codenamesOf, type Role, ROLES } from '#/api/kpi/permissions/roles.ts'
import { EMPTY_PLAN, withRequested } from '#/features/access-review/plan/plan.ts'
import type { TableTexts } from '#/features/access-review/spreadsheet/access-table.ts'
import { COLUMNS } from '#/features/access-review/spreadsheet/columns.ts'
import { planFromFile } from '#/features/access-review/spreadsheet/plan-from-file.ts'
import { readRows } from '#/features/access-review/spreadsheet/read-rows.ts'
import { loadFileLabels } from '#/features/access-review/spreadsheet/file-labels.ts'
import { writeAccessFile } from '#/features/access-review/spreadsheet/write-access-file.ts'
import { csvLine } from '#/lib/spreadsheet/csv.ts'
import { readTable } from '#/lib/spreadsheet/read-table.ts'
import { createWorkbook } from '#/lib/spreadsheet/xlsx.ts'
import { countOutcomes } from '#/lib/batch-job/batch-job.ts'
import { jobOf, linesAfter, linesOf, request, reviewNow, run } from './access-plans.ts'
import { settled } from './faulty-server.ts'
import { setUpServer } from './set-up-server.ts'

setUpServer()

const CSV = { separator: ';', decimal: ',' } as const
const texts: TableTexts = { heading: (column) => column, role: (name) => name, yes: 'yes', no: 'no' }
const words = await loadFileLabels()

/** As many projects as a round trip needs, each shared with a few people. */
async function addProjects(count: number) {
  const people = ['amina', 'joseph', 'fatuma', 'yusuf', 'n.alsabri', 'h.qasim']
  for (let number = 0; number < count; number += 1) {
    const body = { name: `Round trip ${number}`, asset_type: 'survey', content: '{"survey":[]}' }
    const { uid } = (await request('POST', 'assets/', body)) as { uid: string }
    for (const [index, name] of people.entries()) {
      if ((number + index) % 2 > 0) continue
      const codename = CODENAMES[(number + index) % CODENAMES.length] ?? 'view_asset'
      if (codename === 'partial_submissions') continue
      await request('POST', `assets/${uid}/permission-assignments/`, {
        user: `/api/v2/users/${name}/`,
        permission: `/api/v2/permissions/${codename}/`,
      })
    }
  }
}

const at = (column: (typeof COLUMNS)[number]) => COLUMNS.indexOf(column)

/** Edits every third row: a new role, another permission, or none; and adds a person to every fourth project. */
function edited(table: readonly string[][]): string[][] {
  const rows = table.slice(1).map((line) => [...COLUMNS.keys()].map((index) => line[index] ?? ''))
  const added = new Set<string>()
  const next = rows.flatMap((row, index) => {
    const isOwner = row[at('role')] === 'owner'
    const isPublic = row[at('person')] === 'AnonymousUser'
    const isLimited = row[at('partial_submissions')] === 'yes'
    const uid = row[at('uid')] ?? ''
    const isMine = row[at('owner')] === 'demo'
    if (!isOwner && isMine && !isPublic && !isLimited && index % 3 === 0) {
      const turn = index % 9
      if (turn === 0) row[at('newRole')] = ROLES[index % ROLES.length] ?? ''
      else {
        const held = turn === 3 ? withImplied(['validate_submissions', 'change_asset']) : new Set<string>()
        for (const codename of CODENAMES) row[at(codename)] = held.has(codename) ? 'yes' : 'no'
      }
    }
    if (isOwner && isMine && index % 4 === 0 && !added.has(uid)) {
      added.add(uid)
      const person = [...row].fill('')
      person[at('uid')] = uid
      person[at('person')] = 't.bekele'
      person[at('newRole')] = 'Collector'
      return [row, person]
    }
    return [row]
  })
  return [[...COLUMNS], ...next]
}

const toFile = (format: 'xlsx' | 'csv', [headers = [], ...rows]: string[][]): Blob => {
  if (format === 'csv') return new Blob([headers, ...rows].map((row) => csvLine(row, CSV)))
  const workbook = createWorkbook([{ name: 'Access', headers }])
  for (const row of rows) workbook.addRow(0, row)
  return workbook.file()
}

const read = async (file: Blob) => {
  const { value, error } = await settled(readTable(file))
  if (error !== undefined) throw error as Error
  return value as string[][]
}

const write = async (format: 'xlsx' | 'csv') => {
  const { projects } = await reviewNow()
  const { value } = await settled(writeAccessFile(projects, { format, csv: CSV, sheet: 'Access', texts }))
  return value as Blob
}

const planOf = async (table: readonly string[][]) => {
  const found = readRows(table, words)
  if (found.missing) throw new Error(found.missing.join())
  return planFromFile(await reviewNow(), found.rows, words)
}

describe.each(['xlsx', 'csv'] as const)('access of 100 projects as %s', { timeout: 60_000 }, (format) => {
  it('is exactly as edited after it was imported, and a second import changes nothing', async () => {
    await addProjects(100)
    const before = await reviewNow()
    expect(before.projects.length).toBeGreaterThan(100)
    const table = await read(await write(format))
    expect(await planOf(table)).toMatchObject({ requested: [], problems: [] })

    const file = toFile(format, edited(table))
    const { requested, problems } = await planOf(await read(file))
    expect(problems).toEqual([])
    const plan = withRequested(EMPTY_PLAN, requested)
    expect(plan.size).toBeGreaterThan(60)
    const job = await run(jobOf(plan))
    expect(countOutcomes(job)).toMatchObject({ done: plan.size, total: plan.size })

    expect(linesOf(await reviewNow())).toEqual(linesAfter(before, plan))
    const again = await planOf(await read(file))
    expect([again.requested, again.problems]).toEqual([[], []])
    const roles = [...plan.values()].map(({ to }) => to)
    for (const role of ['collector', 'editor'] satisfies Role[]) expect(roles).toContainEqual(codenamesOf(role))
  })
})
