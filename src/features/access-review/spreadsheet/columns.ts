import { type Codename, CODENAMES, isCodename } from '#/api/kpi/permissions/codenames.ts'

/** The columns of the file, in their order. */
export const COLUMNS = ['project', 'uid', 'owner', 'person', 'role', 'newRole', ...CODENAMES, 'rules'] as const
export type ColumnKey = (typeof COLUMNS)[number]

export const isPermission = (column: ColumnKey): column is Codename => isCodename(column)

/** Without these a row says nothing. */
export const REQUIRED: readonly ColumnKey[] = ['uid', 'person']
