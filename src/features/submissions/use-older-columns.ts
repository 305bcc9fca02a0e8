import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import { inLanguagesOf } from '#/api/form/in-languages.ts'
import type { FormContent } from '#/api/form/schema.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { versionQueries } from '#/api/versions/queries.ts'
import { type AnswerColumn, olderColumns, unknownColumns } from './columns.ts'
import { columnsOf } from './fields.ts'

/** So many older forms are asked for at once: those of the newest answers. */
const MOST_VERSIONS = 8

/** A project with its form, and which versions of it there were. */
export type FormOfProject = Pick<Asset, 'uid' | 'content' | 'deployed_versions'>

/**
 * Columns for what these submissions answer and the form does not know: as the versions say with which they were sent,
 * else by their keys alone. The versions are asked for only where there is something to tell.
 */
export function useOlderColumns(
  { uid, content, deployed_versions: deployed }: FormOfProject,
  rows: readonly Submission[],
): AnswerColumn[] {
  const form = columnsOf(content)
  const unknown = useMemo(() => unknownColumns(form, rows), [form, rows])
  const versions = useMemo(() => {
    const keys = unknown.map(({ id }) => id)
    const told = rows.filter((row) => keys.some((key) => Object.hasOwn(row, key)))
    const named = new Set(told.flatMap(({ __version__: version }) => version ?? []))
    const newestFirst = deployed.results.map((version) => version.uid).filter((version) => named.has(version))
    return [...new Set([...newestFirst, ...named])].slice(0, MOST_VERSIONS)
  }, [unknown, rows, deployed])
  const forms = useQueries({
    queries: versions.map((version) => versionQueries.detail(uid, version)),
    combine: contentsOf,
  })
  return useMemo(
    () =>
      olderColumns(
        unknown,
        forms.map((older) => columnsOf(inLanguagesOf(content, older))),
      ),
    [unknown, forms, content],
  )
}

const NONE: Submission[] = []

/** The form's columns, and what one submission answers besides. */
export function useColumnsOfOne(asset: FormOfProject, submission: Submission | undefined): readonly AnswerColumn[] {
  const rows = useMemo(() => (submission ? [submission] : NONE), [submission])
  const older = useOlderColumns(asset, rows)
  const form = columnsOf(asset.content)
  return useMemo(() => [...form, ...older], [form, older])
}

/** One that cannot be had tells nothing: its answers stand under their keys. */
const contentsOf = (versions: readonly { data: { content: FormContent } | undefined }[]) =>
  versions.flatMap(({ data }) => data?.content ?? [])
