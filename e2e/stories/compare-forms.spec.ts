import { read, utils } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { demoAs, openSignedIn } from '../signed-in.ts'
import { grid, SURVEY } from '../submissions-page.ts'

/** 96 submissions to two versions of a form, `households` named `users` in the older one. */
const COMPARED = '/projects/aBoreholesManderaRenew/compare'

const lines = (page: Page) => page.getByRole('main').getByRole('listitem')
const kinds = (page: Page) => page.getByRole('group', { name: 'Kind of change' })

test(
  'A manager compares two versions, and counts the answers that lose their place',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(COMPARED)
    await expect(page.getByRole('heading', { name: 'What changed in the form' })).toBeVisible()
    const removed = lines(page).filter({ hasText: 'users' })
    await expect(removed).toContainText('Answers stay on the server')
    await expect(page.getByRole('region', { name: 'Repair', exact: true })).toBeVisible()
    await kinds(page)
      .getByRole('button', { name: /^Removed/ })
      .click()
    await expect(lines(page).first()).toContainText('Removed')
    await page.getByRole('button', { name: 'Count the answers' }).click()
    await expect(removed).toContainText(/\d+ submissions have an answer/)
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save comparison' }).click()
    expect((await file).suggestedFilename()).toMatch(/comparison\.xlsx$/)
    await expectAccessible(page)
  },
)

test('A version that does not exist is said so', async ({ page, openDemo }) => {
  await openDemo(`${COMPARED}?from=vNoSuchVersion`)
  await expect(page.getByRole('alert')).toContainText('A version could not be loaded')
})

const NEW_NAMES: Record<string, string> = {
  people: 'household_size',
  walls: 'wall_material',
  m_age: 'age',
  under_five: 'children_under_five',
  hh_code: 'code',
}

interface Content {
  survey: { name?: string; $autoname?: string; label?: unknown }[]
  choices: { list_name: string; name: string }[]
}
type Row = Record<string, unknown> & { _id: number }

/** The rows that an export of all submissions has, with their headings. */
async function exported(page: Page): Promise<string[][]> {
  await expect(grid(page)).toBeVisible()
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export submissions' })
  await dialog.getByRole('radio', { name: 'CSV' }).check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Export 12/ }).click()
  const bytes = await readFile(await (await download).path())
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  const book = read(bytes, { type: 'buffer', raw: true, FS: ',' })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  return sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }) : []
}

/** The columns with these headings, in their order. The form's own come before those of older versions. */
const columnsOf = ([headings = [], ...lines]: string[][], wanted: readonly string[]) =>
  lines.map((line) => wanted.map((heading) => line[headings.indexOf(heading)]))

test.describe('on a server', () => {
  let kpi: RunningServer
  test.beforeEach(async ({ baseURL }) => {
    kpi = await startKpi(baseURL)
  })
  test.afterEach(() => kpi.stop())

  const api = async <Answer>(path: string, method = 'GET', body?: object): Promise<Answer> => {
    const { auth } = demoAs('demo')
    const token = auth.scheme === 'key' ? auth.token : ''
    const response = await fetch(`${kpi.address}/api/v2/assets/${DEMO_PROJECTS.household.uid}/${path}`, {
      method,
      headers: { Authorization: `Token ${token}`, Accept: 'application/json', 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
  /** The answers of the newest submissions, without what every edit changes. */
  const rows = async () => {
    const { results } = await api<{ results: Row[] }>(`data/?limit=1000&sort=${encodeURIComponent('{"_id":-1}')}`)
    return results.map(({ _uuid, 'meta/instanceID': _instance, 'meta/deprecatedID': _deprecated, ...row }) => row)
  }

  test('After five questions and a choice were renamed, a manager brings the answers along: an export is equal, and so is all after undoing', async ({
    page,
  }) => {
    test.slow()
    // Few submissions: each has other answers, so that each is written by itself.
    let before = await rows()
    while (before.length > 12) {
      await api('data/bulk/', 'DELETE', { payload: { submission_ids: before.slice(12).map(({ _id }) => _id) } })
      before = await rows()
    }
    await openSignedIn(page, kpi.address, 'demo', SURVEY)
    const fileBefore = await exported(page)
    const headings = (fileBefore[0] ?? []).filter((heading) => !/uuid/i.test(heading)) // each edit changes it
    expect(headings).toContain('How many people live here?')
    const { content } = await api<{ content: Content }>('')
    const renamed = content.survey.map((row) => {
      const name = NEW_NAMES[row.name ?? '']
      return name === undefined ? row : { ...row, name, $autoname: name }
    })
    const survey = JSON.parse(
      JSON.stringify(renamed).replaceAll(/\$\{(\w+)\}/g, (_, name: string) => `\${${NEW_NAMES[name] ?? name}}`),
    ) as Content['survey']
    const choices = content.choices.map((row) =>
      row.list_name === 'walls' && row.name === 'mud' ? { ...row, name: 'earth', $autovalue: 'earth' } : row,
    )
    await api('', 'PATCH', { content: { ...content, survey, choices } })
    const { version_id: version } = await api<{ version_id: string }>('')
    await api('deployment/', 'PATCH', { active: true, version_id: version })

    await page.goto(`./#/projects/${DEMO_PROJECTS.household.uid}/compare`)
    await page.reload()
    await kinds(page)
      .getByRole('button', { name: /^Probably renamed 5/ })
      .click()
    await expect(lines(page)).toHaveCount(5)
    await expect(lines(page).filter({ hasText: 'household_size' })).toContainText('Answers stay under hh/people')
    await page.getByRole('button', { name: 'Bring the answers along…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Bring the answers along?' })
    await expect(
      dialog.getByRole('checkbox', { name: /^hh\/people is now hh\/household_size: \d+ answers/ }),
    ).toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: /^member\/m_age is now member\/age: \d+ answers/ })).toBeChecked()
    await expect(dialog.getByRole('combobox', { name: /Mud/ })).toHaveValue('earth')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: /^Change \d+ submissions$/ }).click()
    const job = page.getByRole('region', { name: 'Action on many submissions' })
    await expect(job.getByRole('status')).toHaveText(/^Answers brought along in \d+ submissions$/)

    const brought = await rows()
    for (const [index, row] of brought.entries()) {
      expect(row['hh/household_size']).toBe(before[index]?.['hh/people'])
      expect(row['hh/code']).toBe(before[index]?.['hh/hh_code'])
      const walls = before[index]?.['living/walls']
      expect(row['living/wall_material']).toBe(walls === 'mud' ? 'earth' : walls)
    }

    await page.getByRole('link', { name: /^Submissions/ }).click()
    expect(columnsOf(await exported(page), headings)).toEqual(columnsOf(fileBefore, headings))

    await job.getByRole('button', { name: /^Undo for \d+ submissions$/ }).click()
    await expect(job.getByRole('status')).toHaveText(/^Undone: \d+ submissions are as before$/)
    expect(await rows()).toEqual(before)
  })
})
