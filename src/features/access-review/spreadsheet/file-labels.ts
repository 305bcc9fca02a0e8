import { isCodename } from '#/api/kpi/permissions/codenames.ts'
import { type Role, ROLES } from '#/api/kpi/permissions/roles.ts'
import { loadCatalogue } from '#/i18n/catalogues.ts'
import { LANGUAGES } from '#/i18n/languages.ts'
import { COLUMNS, type ColumnKey } from './columns.ts'

/** What the texts of a file mean. A file that was exported in one language can be read in another. */
export interface FileLabels {
  columnOf: (heading: string) => ColumnKey | undefined
  /** `none` for no access. */
  roleOf: (text: string) => Role | 'none' | undefined
  /** `undefined` if it is neither yes nor no. */
  yesNo: (text: string) => boolean | undefined
}

interface Catalogues {
  sharing: { role: Record<Role, string>; permission: Record<string, string> }
  access: { role: { none: string }; file: { column: Record<string, string>; yes: string; no: string } }
}

/** Also typed by people, or by spreadsheets in place of a check mark. */
const YES = ['yes', 'y', 'true', '1', 'x', 'oui', 'vrai']
const NO = ['no', 'n', 'false', '0', 'non', 'faux']

const fold = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** Collects the labels of all languages. @throws Error if a catalogue cannot be loaded */
export async function loadFileLabels(): Promise<FileLabels> {
  const all = await Promise.all(
    LANGUAGES.map(async ({ code }) => {
      const [sharing, access] = await Promise.all([loadCatalogue(code, 'sharing'), loadCatalogue(code, 'access')])
      return { sharing, access } as unknown as Catalogues
    }),
  )
  return labelsOf(all)
}

/** The labels of some catalogues. */
function labelsOf(catalogues: readonly Catalogues[]): FileLabels {
  const columns = new Map<string, ColumnKey>(COLUMNS.map((key) => [fold(key), key]))
  const roles = new Map<string, Role | 'none'>(ROLES.map((role) => [role, role]))
  const yes = new Set(YES)
  const no = new Set(NO)
  for (const { sharing, access } of catalogues) {
    for (const key of COLUMNS) {
      const heading = isCodename(key) ? sharing.permission[key] : access.file.column[key]
      if (heading !== undefined) columns.set(fold(heading), key)
    }
    for (const role of ROLES) roles.set(fold(sharing.role[role]), role)
    roles.set(fold(access.role.none), 'none')
    yes.add(fold(access.file.yes))
    no.add(fold(access.file.no))
  }
  return {
    columnOf: (heading) => columns.get(fold(heading)),
    roleOf: (text) => roles.get(fold(text)),
    yesNo: (text) => (yes.has(fold(text)) ? true : no.has(fold(text)) ? false : undefined),
  }
}
