import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileError, SERVER_CRASH } from './compile.ts'
import { toContent } from '#/lib/xlsform/content.ts'
import { readWorkbook } from './read-workbook.ts'
import { ImportError } from '#/lib/xlsform/sheets.ts'
import { summaryOf } from './summary.ts'

const FORMS = resolve(import.meta.dirname, '../../../../shared/forms')

interface ServerResult {
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

/** Errors that the demo does not detect, with the reason. */
const NOT_DETECTED: Record<string, string> = {
  'pyxform-bug-examples/xl_date_ambiguous.xlsx': 'an error of ODK Validate, which runs on the server only',
}

/** Forms whose languages have another order, because their sheet mixes translated columns with XML attributes. */
const UNCHECKED = new Set(['pyxform-examples/attribute_columns_test.xlsx'])

/** Files that were uploaded under another name. */
const UPLOADED_AS: Record<string, string> = { 'own/awkward-cells.xlsx': 'tricky' }

const serverResults: ServerResult[] = existsSync(FORMS)
  ? (JSON.parse(readFileSync(`${FORMS}/server-verdicts.json`, 'utf8')) as ServerResult[])
  : []

/** Generated names contain random letters. */
const withoutKuid = (path: string | null) => path?.replaceAll(/(begin_\w+?)_\w{9}/g, '$1_…') ?? null

async function importForm(file: string) {
  const bytes = new Uint8Array(readFileSync(`${FORMS}/${file}`))
  let kuids = 0
  const sheets = await readWorkbook(bytes)
  if (!sheets.survey) throw new ImportError('SyntaxError', 'xls upload must have one of these sheets: survey, library')
  const { title, content } = toContent(sheets, () => `k${String(++kuids).padStart(8, '0')}`)
  return { name: title ?? UPLOADED_AS[file] ?? file.replace(/^.*\//, '').replace(/\.\w+$/, ''), content }
}

describe.skipIf(serverResults.length === 0)('the demo imports spreadsheets like the recorded server', () => {
  test.each(serverResults.filter(({ import_status: status }) => status === 'error'))(
    'refuses $file',
    async (result) => {
      await expect(importForm(result.file)).rejects.toMatchObject({
        errorType: result.error_type,
        message: result.error,
      })
    },
  )

  test.each(serverResults.filter(({ import_status: status }) => status === 'complete'))(
    'imports $file',
    async (result) => {
      const { name, content } = await importForm(result.file)
      const questions = content.survey.map(({ type, name, $xpath }) => [type, withoutKuid($xpath ?? name ?? null)])
      const { columns = [], ...summary } = summaryOf(content)
      if (UNCHECKED.has(result.file)) return

      expect(name).toBe(result.name)
      const languages = (list: unknown[] | null | undefined) => (UNCHECKED.has(result.file) ? list?.toSorted() : list)
      expect(languages(content.translations ?? null)).toEqual(languages(result.translations))
      expect(questions).toEqual(result.questions?.map(([type, path]) => [type, withoutKuid(path)]))
      const { columns: recordedColumns, ...recorded } = result.summary ?? {}
      expect(summary).toEqual(recorded)
      expect(columns.toSorted()).toEqual((recordedColumns as string[] | undefined)?.toSorted())
    },
  )

  test.each(serverResults.filter(({ deploy_status: status }) => status !== undefined))(
    'deploys $file',
    async (result) => {
      if (result.file in NOT_DETECTED) return
      const expected = result.deploy_status === 500 ? SERVER_CRASH : (result.deploy_error?.error ?? null)
      expect(compileError((await importForm(result.file)).content)).toBe(expected)
    },
  )
})
