import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileFault, CRASH } from './compile.ts'
import { toContent } from './content.ts'
import { readWorkbook } from './read-workbook.ts'
import { ImportFault } from './sheets.ts'
import { summaryOf } from './summary.ts'

const FORMS = resolve(import.meta.dirname, '../../../../shared/forms')

interface Verdict {
  file: string
  import_status: 'complete' | 'error'
  error_type?: string
  error?: string
  name?: string
  translations?: (string | null)[] | null
  questions?: [type: string, path: string | null][]
  summary?: Record<string, unknown>
  deploy_status?: number
  deploy_error?: { error: string }
}

/** What the demo does not foresee, and why. */
const NOT_FORESEEN: Record<string, string> = {
  'pyxform-bug-examples/xl_date_ambiguous.xlsx': 'an error of ODK Validate, which runs on the server only',
}

/** The order of a form's languages where its sheet mixes translated questions with attributes of the XML. */
const OTHER_ORDER = new Set(['pyxform-examples/attribute_columns_test.xlsx'])

/** Files that were uploaded under another name. */
const UPLOADED_AS: Record<string, string> = { 'own/awkward-cells.xlsx': 'tricky' }

const verdicts: Verdict[] = existsSync(FORMS)
  ? (JSON.parse(readFileSync(`${FORMS}/server-verdicts.json`, 'utf8')) as Verdict[])
  : []

/** Names that KPI made up hold random letters. */
const withoutKuid = (path: string | null) => path?.replaceAll(/(begin_\w+?)_\w{9}/g, '$1_…') ?? null

async function judge(file: string) {
  const bytes = new Uint8Array(readFileSync(`${FORMS}/${file}`))
  let kuids = 0
  const sheets = await readWorkbook(bytes)
  if (!sheets.survey) throw new ImportFault('SyntaxError', 'xls upload must have one of these sheets: survey, library')
  const { title, content } = toContent(sheets, () => `k${String(++kuids).padStart(8, '0')}`)
  return { name: title ?? UPLOADED_AS[file] ?? file.replace(/^.*\//, '').replace(/\.\w+$/, ''), content }
}

describe.skipIf(verdicts.length === 0)('the demo reads spreadsheets as a real server did', () => {
  test.each(verdicts.filter(({ import_status: status }) => status === 'error'))('refuses $file', async (verdict) => {
    await expect(judge(verdict.file)).rejects.toMatchObject({ errorType: verdict.error_type, message: verdict.error })
  })

  test.each(verdicts.filter(({ import_status: status }) => status === 'complete'))('imports $file', async (verdict) => {
    const { name, content } = await judge(verdict.file)
    const questions = content.survey.map(({ type, name: own, $xpath }) => [type, withoutKuid($xpath ?? own ?? null)])
    const { columns = [], ...summary } = summaryOf(content)
    if (OTHER_ORDER.has(verdict.file)) return

    expect(name).toBe(verdict.name)
    const languages = (list: unknown[] | null | undefined) => (OTHER_ORDER.has(verdict.file) ? list?.toSorted() : list)
    expect(languages(content.translations ?? null)).toEqual(languages(verdict.translations))
    expect(questions).toEqual(verdict.questions?.map(([type, path]) => [type, withoutKuid(path)]))
    const { columns: recordedColumns, ...recorded } = verdict.summary ?? {}
    expect(summary).toEqual(recorded)
    expect(columns.toSorted()).toEqual((recordedColumns as string[] | undefined)?.toSorted())
  })

  test.each(verdicts.filter(({ deploy_status: status }) => status !== undefined))('deploys $file', async (verdict) => {
    if (verdict.file in NOT_FORESEEN) return
    const expected = verdict.deploy_status === 500 ? CRASH : (verdict.deploy_error?.error ?? null)
    expect(compileFault((await judge(verdict.file)).content)).toBe(expected)
  })
})
