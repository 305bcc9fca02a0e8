import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { readCells, UnreadableSpreadsheet } from '../../src/lib/spreadsheet/read-cells.ts'
import { checkForm } from '../../src/lib/xlsform/check/check-form.ts'
import type { Converter } from '../../src/lib/xlsform/pyxform/converter.ts'
import { checkExactly } from '../../src/lib/xlsform/pyxform/exact-check.ts'

/** The step at which a form is refused. `odk` is ODK Validate at the deployment, which runs on the server alone. */
export type Step = 'import' | 'deployment' | 'odk' | 'none'

/** What a server answered to a file: an entry of `server-verdicts.json`. */
interface ServerAnswer {
  file: string
  import_status: 'complete' | 'error'
  error?: string
  deploy_status?: number
  deploy_error?: { error: string }
}

export interface FormResult {
  file: string
  quick: Step
  exact: Step
  /** Missing where no server was asked. */
  server?: Step
  /** The first error of each. */
  texts: { quick: string; exact: string; server: string }
  /** Milliseconds. */
  took: { quick: number; exact: number }
}

const isForm = (name: string) => /\.xlsx?$/i.test(name)

/** Spreadsheets below a folder, and what the server answered to each where `server-verdicts.json` tells. */
export function readForms(folder: string): { file: string; answer: ServerAnswer | undefined }[] {
  const answersFile = join(folder, 'server-verdicts.json')
  const answers = existsSync(answersFile) ? (JSON.parse(readFileSync(answersFile, 'utf8')) as ServerAnswer[]) : []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isForm(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
    .map((file) => ({ file, answer: answers.find((answer) => answer.file === file) }))
}

/** Checks one file quickly and exactly. */
export async function checkFile(
  folder: string,
  { file, answer }: { file: string; answer: ServerAnswer | undefined },
  convert: Converter,
): Promise<FormResult> {
  const bytes = new Uint8Array(readFileSync(join(folder, file)))
  const started = performance.now()
  const cells = await readCells(bytes).catch((error: unknown) => {
    if (error instanceof UnreadableSpreadsheet) return null
    throw error
  })
  const findings = cells ? checkForm(cells) : []
  const refusing = findings.find(({ severity }) => severity !== 'warning')
  const quickly = performance.now()
  const exact = cells && checkExactly(cells, basename(file, extname(file)), convert)
  const ended = performance.now()
  const severity = refusing?.severity === 'warning' ? undefined : refusing?.severity
  const place = refusing && `${refusing.sheet}!${refusing.row ?? ''} ${JSON.stringify(refusing.values)}`
  return {
    file,
    quick: cells ? (severity ?? 'none') : 'import',
    exact: exact ? (exact.refusedAt ?? 'none') : 'import',
    ...(answer && { server: serverStep(answer) }),
    texts: {
      quick: refusing ? `${refusing.code} ${place}` : '',
      exact: exact?.errors.map(({ text, row }) => (row === undefined ? text : `row ${row}: ${text}`)).join(' ') ?? '',
      server: answer?.error ?? answer?.deploy_error?.error ?? '',
    },
    took: { quick: quickly - started, exact: ended - quickly },
  }
}

function serverStep({ import_status: status, deploy_status: deployed, deploy_error: error }: ServerAnswer): Step {
  if (status === 'error') return 'import'
  if (deployed === undefined || deployed < 400) return 'none'
  return error?.error.startsWith('ODK Validate Errors') === true ? 'odk' : 'deployment'
}

/**
 * Why a result does not agree with the server, or `null`. The exact check has to foresee every refusal but those of ODK
 * Validate. The quick check may miss what only the converter knows at the deployment; neither may refuse a sound form.
 */
export function disagreement({ quick, exact, server }: FormResult): string | null {
  if (server === undefined) return null
  if (server === 'none') {
    if (exact !== 'none') return 'the exact check refuses a sound form'
    return quick === 'none' ? null : 'the quick check refuses a sound form'
  }
  if (server === 'odk') return exact === 'import' || quick === 'import' ? 'refused a step too early' : null
  if (exact !== server) return 'not foreseen by the exact check'
  return server === 'import' && quick !== 'import' ? 'not foreseen by the quick check' : null
}
