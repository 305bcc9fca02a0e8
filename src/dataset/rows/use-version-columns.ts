import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type AnswerColumn, columnsOf, type UnknownColumn } from '#/dataset/model/columns.ts'
import type { Form } from '#/dataset/model/form.ts'
import type { Row } from '#/dataset/model/row.ts'
import { versionOf } from '#/dataset/model/system-fields.ts'
import { formerColumns, unknownColumns, versionColumns } from '#/dataset/model/version-columns.ts'
import type { RowSource } from '#/dataset/sources/source.ts'

/** How many earlier versions of the form are loaded at most: the newest of those that are needed. */
export const MAX_VERSIONS = 8

/** Where a form and its earlier versions come from. */
export type VersionedForm = Pick<RowSource, 'form' | 'versions'>

const NO_VERSIONS: readonly string[] = []

/**
 * Columns for what the form does not know: for the values of these rows, by the versions with which they were sent, else by
 * their keys alone; and, with `looksBack`, for all that was ever part of the form. Versions are requested only where needed.
 */
export function useVersionColumns({ form, versions }: VersionedForm, rows: readonly Row[], looksBack: boolean) {
  const columns = columnsOf(form)
  const unknown = useMemo(() => unknownColumns(columns, rows), [columns, rows])
  const former = looksBack ? (versions?.former ?? NO_VERSIONS) : NO_VERSIONS
  const known = versions?.ids ?? NO_VERSIONS
  const needed = useMemo(() => {
    const ids = new Set([...versionsWith(unknown, rows), ...former])
    const newestFirst = known.filter((id) => ids.has(id))
    return [...new Set([...newestFirst, ...ids])]
  }, [unknown, rows, former, known])
  const { forms, ...looking } = useQueries({
    queries: versions ? needed.slice(0, MAX_VERSIONS).map((id) => versions.form(id)) : [],
    combine,
  })
  const columnsOfForms = useMemo(() => forms.map(columnsOf), [forms])
  const answered = useMemo(() => versionColumns(unknown, columnsOfForms), [unknown, columnsOfForms])
  const offered = useMemo(
    () => (looksBack ? formerColumns([...columns, ...answered], columnsOfForms) : []),
    [looksBack, columns, answered, columnsOfForms],
  )
  return {
    /** What the rows have. */
    answered,
    /** What else was part of the form once; none of the rows that are loaded has it. */
    offered,
    /** How far the loading of versions is. */
    looking: { ...looking, isTruncated: needed.length > MAX_VERSIONS || (versions?.isTruncated ?? false) },
  }
}

/** The versions of the form with which values were sent that it does not know. */
function versionsWith(unknown: readonly UnknownColumn[], rows: readonly Row[]): ReadonlySet<string> {
  const keys = new Set(unknown.map(({ id }) => id))
  const versions = new Set<string>()
  if (keys.size === 0) return versions
  for (const row of rows) {
    const version = versionOf(row)
    if (!version || versions.has(version)) continue
    if (Object.keys(row).some((key) => keys.has(key))) versions.add(version)
  }
  return versions
}

const NO_ROWS: Row[] = []

/** The form's columns, and those that one row has besides. */
export function useColumnsOfRow(source: VersionedForm, row: Row | undefined): readonly AnswerColumn[] {
  const rows = useMemo(() => (row ? [row] : NO_ROWS), [row])
  const { answered } = useVersionColumns(source, rows, false)
  const columns = columnsOf(source.form)
  return useMemo(() => [...columns, ...answered], [columns, answered])
}

/** Those that are loaded. Where one cannot be loaded, its values are shown under their keys. */
export const formsOf = (versions: UseQueryResult<Form>[]): Form[] => versions.flatMap(({ data }) => data ?? [])

const combine = (versions: UseQueryResult<Form>[]) => ({
  forms: formsOf(versions),
  isLoading: versions.some(({ isLoading }) => isLoading),
  isFailed: versions.some(({ isError }) => isError),
  retry: () => versions.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
})
