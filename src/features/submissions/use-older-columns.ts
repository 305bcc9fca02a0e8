import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Submission } from '#/api/submissions/schema.ts'
import { versionQueries } from '#/api/versions/queries.ts'
import { type AnswerColumn, olderColumns, unknownColumns } from './columns.ts'
import { columnsOf } from './fields.ts'

/** So many older forms are asked for at once: those of the newest answers. */
const MOST_VERSIONS = 8

/**
 * Columns for what these submissions answer and the form does not know: as the versions say with which they were sent,
 * else by their keys alone. The versions are asked for only where there is something to tell.
 */
export function useOlderColumns(
  assetUid: string,
  form: readonly AnswerColumn[],
  rows: readonly Submission[],
): AnswerColumn[] {
  const unknown = useMemo(() => unknownColumns(form, rows), [form, rows])
  const versions = useMemo(() => {
    const keys = unknown.map(({ id }) => id)
    const told = rows.filter((row) => keys.some((key) => Object.hasOwn(row, key)))
    return [...new Set(told.flatMap(({ __version__: version }) => version ?? []))].slice(0, MOST_VERSIONS)
  }, [unknown, rows])
  const forms = useQueries({
    queries: versions.map((version) => versionQueries.detail(assetUid, version)),
    combine: contentsOf,
  })
  return useMemo(() => olderColumns(unknown, forms.map(columnsOf)), [unknown, forms])
}

const NONE: Submission[] = []

/** The form's columns, and what one submission answers besides. */
export function useColumnsOfOne(
  assetUid: string,
  form: readonly AnswerColumn[],
  submission: Submission | undefined,
): readonly AnswerColumn[] {
  const rows = useMemo(() => (submission ? [submission] : NONE), [submission])
  const older = useOlderColumns(assetUid, form, rows)
  return useMemo(() => [...form, ...older], [form, older])
}

/** One that cannot be had tells nothing: its answers stand under their keys. */
const contentsOf = (versions: readonly { data: { content: Parameters<typeof columnsOf>[0] } | undefined }[]) =>
  versions.flatMap(({ data }) => data?.content ?? [])
