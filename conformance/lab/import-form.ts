import { utils, write } from '@e965/xlsx'
import type { Lab } from './lab.ts'
import { until } from './until.ts'

type Sheets = Record<string, string[][]>

/** A survey sheet with these rows below its header. */
export const survey = (...rows: string[][]): Sheets => ({ survey: [['type', 'name', 'label'], ...rows] })

/** An XLSX file of these sheets. */
export function xlsx(sheets: Sheets): File {
  const workbook = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name)
  return new File(
    [write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer],
    'fieldboard-conformance-import.xlsx',
  )
}

/** An import that is complete or failed, as the server tells it. */
export interface Ended {
  status: string
  messages: {
    created?: { uid: string; kind: string; summary: unknown }[]
    updated?: { uid: string }[]
    error?: string
    error_type?: string
  }
}

/** Sends a form, waits for the end, and takes what came of it into the run's projects. */
export async function importForm(lab: Lab, body: FormData): Promise<Ended & { started: number }> {
  const { status, body: started } = await lab.me.ask('POST', 'api/v2/imports/', { body })
  const { uid } = started as { uid: string }
  const ended = await until(
    async () => (await lab.me.ask('GET', `api/v2/imports/${uid}/`)).body as Ended,
    (one) => one.status === 'complete' || one.status === 'error',
    lab.signal,
  )
  for (const { uid: made } of ended.messages.created ?? []) lab.made.set(made, lab.me.username)
  return { ...ended, started: status }
}

/** What is sent to import a file: into a new project, unless the fields say otherwise. */
export function formOf(file: File | undefined, fields: Record<string, string> = { library: 'false' }): FormData {
  const body = new FormData()
  if (file) body.set('file', file)
  for (const [name, value] of Object.entries({ name: 'fieldboard-conformance-import.xlsx', ...fields }))
    body.set(name, value)
  return body
}
