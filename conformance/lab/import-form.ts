import { utils, write } from '@e965/xlsx'
import type { Lab } from './lab.ts'
import { poll } from './poll.ts'

type Sheets = Record<string, string[][]>

/** A survey sheet with the given rows below its headings. */
export const survey = (...rows: string[][]): Sheets => ({ survey: [['type', 'name', 'label'], ...rows] })

/** An XLSX file with the given sheets. */
export function xlsx(sheets: Sheets): File {
  const workbook = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name)
  return new File(
    [write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer],
    'fieldboard-conformance-import.xlsx',
  )
}

/** A completed or failed import, in the server's format. */
export interface FinishedImport {
  status: string
  messages: {
    created?: { uid: string; kind: string; summary: unknown }[]
    updated?: { uid: string }[]
    error?: string
    error_type?: string
  }
}

/** Starts an import, waits for its end, and registers the created projects as created by the run. */
export async function importForm(lab: Lab, body: FormData): Promise<FinishedImport & { started: number }> {
  const { status, body: started } = await lab.me.request('POST', 'api/v2/imports/', { body })
  const { uid } = started as { uid: string }
  const finished = await poll(
    async () => (await lab.me.request('GET', `api/v2/imports/${uid}/`)).body as FinishedImport,
    (one) => one.status === 'complete' || one.status === 'error',
    lab.signal,
  )
  for (const { uid: createdUid } of finished.messages.created ?? []) lab.created.set(createdUid, lab.me.username)
  return { ...finished, started: status }
}

/** The body of an import request: into a new project, unless the fields say otherwise. */
export function uploadOf(file: File | undefined, fields: Record<string, string> = { library: 'false' }): FormData {
  const body = new FormData()
  if (file) body.set('file', file)
  for (const [name, value] of Object.entries({ name: 'fieldboard-conformance-import.xlsx', ...fields }))
    body.set(name, value)
  return body
}
