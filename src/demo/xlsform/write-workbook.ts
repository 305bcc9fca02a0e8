import type { FormContent, FormRow } from '#/demo/records.ts'
import type { SheetRow, Sheets } from './sheets.ts'

/** The form as a spreadsheet again: a real `.xlsx` [0353]. */
export async function writeWorkbook(content: FormContent, title: string): Promise<ArrayBuffer> {
  const { utils, write } = await import('@e965/xlsx')
  const workbook = utils.book_new()
  for (const [name, rows] of Object.entries(toSheets(content, title))) {
    utils.book_append_sheet(workbook, utils.json_to_sheet(rows), name)
  }
  return write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer
}

/** What {@link toContent} read, put back into cells. */
function toSheets({ survey, choices = [], settings, translations }: FormContent, title: string): Sheets {
  const languages = translations ?? []
  return {
    survey: survey.map((row) => ({ ...typeCell(row), ...cellsOf(row, languages) })),
    ...(choices.length > 0 && {
      choices: choices.map((row) => ({ list_name: row.list_name ?? '', ...cellsOf(row, languages) })),
    }),
    settings: [{ form_title: title, ...cellsOf(settings, []) }],
  }
}

function typeCell({ type = '', select_from_list_name: list, file, _or_other: orOther }: FormRow): SheetRow {
  const words = [type, list, typeof file === 'string' ? file : undefined, orOther === true ? 'or_other' : undefined]
  return { type: words.filter(Boolean).join(' ') }
}

const IN_TYPE = new Set(['type', 'select_from_list_name', 'file', '_or_other', 'list_name'])

function cellsOf(row: FormRow, languages: (string | null)[]): SheetRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      if (column.startsWith('$') || IN_TYPE.has(column) || value === undefined || value === null) return []
      if (!Array.isArray(value)) return [[column, textOf(value)]]
      if (column === 'tags') return [['hxl', value.map((tag) => textOf(tag).replace(/^hxl:/, '')).join(' ')]]
      return value.flatMap((text: unknown, at) => {
        const language = languages[at]
        return text === null ? [] : [[language ? `${column}::${language}` : column, textOf(text)]]
      })
    }),
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
