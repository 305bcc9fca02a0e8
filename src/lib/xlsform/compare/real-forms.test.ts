import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { readCells } from '#/lib/spreadsheet/read-cells.ts'
import { toContent } from '#/lib/xlsform/content.ts'
import { formRowsOf } from '#/lib/xlsform/form-rows.ts'
import { applyDifferences } from './apply-differences.ts'
import { canonicalForm, type ComparableForm } from './canonical-form.ts'
import { compareForms } from './compare-forms.ts'

// Not `new URL(…, import.meta.url)`: the bundler takes that for an asset of the app.
const shared = resolve(import.meta.dirname, '../../../../../shared')
const recordings = resolve(shared, 'recordings')
const sheets = resolve(shared, 'forms')

function expectAllFound(forms: readonly ComparableForm[]) {
  for (const [index, form] of forms.entries()) {
    expect(compareForms(form, structuredClone(form))).toEqual([])
    const other = forms[(index + 1) % forms.length] ?? form
    expect(applyDifferences(canonicalForm(form), compareForms(form, other))).toEqual(canonicalForm(other))
  }
}

const Rows = z.array(z.record(z.string(), z.unknown()))
const Content = z.object({
  survey: Rows,
  choices: z.nullish(Rows),
  settings: z.nullish(z.looseObject({})),
  translations: z.nullish(z.array(z.nullable(z.string()))),
})
const Recording = z.object({ response: z.object({ body: z.object({ content: Content }) }) })

describe.skipIf(!existsSync(recordings))('forms as a real server sends them', () => {
  it('differ in nothing from themselves, and in all from the next one', () => {
    const files = readdirSync(recordings).filter((file) => /^0[2-5].*\.json$/.test(file))
    const forms = files.flatMap((file) => {
      const { data } = Recording.safeParse(JSON.parse(readFileSync(resolve(recordings, file), 'utf8')))
      return data ? [data.response.body.content] : []
    })
    expect(forms.length).toBeGreaterThan(20)
    expectAllFound(forms)
  })
})

describe.skipIf(!existsSync(sheets))('forms in spreadsheets', () => {
  it('differ in nothing from themselves, and in all from the next one', async () => {
    const files = globSync('**/*.{xls,xlsx}', { cwd: sheets })
    const forms: ComparableForm[] = []
    for (const file of files) {
      const cells = await readCells(readFileSync(resolve(sheets, file)))
      try {
        forms.push(toContent(formRowsOf(cells).sheets, () => '').content)
      } catch {
        // KPI would not import it.
      }
    }
    expect(forms.length).toBeGreaterThan(20)
    expectAllFound(forms)
  })
})
