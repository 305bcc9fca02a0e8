import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { inLanguagesOf } from '#/api/kpi/form/in-languages.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { versionOf } from '#/api/kpi/submissions/system-fields.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import type { AnswerColumn, UnknownColumn } from '#/dataset/model/columns.ts'
import { columnsOf } from '#/dataset/model/loaded-fields.ts'
import { formerColumns, unknownColumns, versionColumns } from '#/dataset/model/version-columns.ts'

/** So many older forms are asked for: the newest of those that tell something. */
export const MOST_VERSIONS = 8

/** A project with its form, and which versions of it there were. */
export type FormOfProject = Pick<Asset, 'uid' | 'content' | 'deployed_versions' | 'version__content_hash'>

/**
 * Columns for what the form does not know: for what these submissions answer, as the versions say with which they were
 * sent, else by their keys alone; and, where one `looksBack`, for all that was ever asked. Versions are asked for only
 * where they tell something.
 */
export function useVersionColumns(asset: FormOfProject, rows: readonly Submission[], looksBack: boolean) {
  const { uid, content, deployed_versions: deployed } = asset
  const form = columnsOf(content)
  const unknown = useMemo(() => unknownColumns(form, rows), [form, rows])
  const former = useMemo(() => (looksBack ? formerVersions(asset) : []), [looksBack, asset])
  const versions = useMemo(() => {
    const wanted = new Set([...versionsWith(unknown, rows), ...former])
    const newestFirst = deployed.results.map((version) => version.uid).filter((version) => wanted.has(version))
    return [...new Set([...newestFirst, ...wanted])]
  }, [unknown, rows, former, deployed])
  const { contents, ...looking } = useQueries({
    queries: versions.slice(0, MOST_VERSIONS).map((version) => versionQueries.detail(uid, version)),
    combine,
  })
  const forms = useMemo(() => contents.map((older) => columnsOf(inLanguagesOf(content, older))), [contents, content])
  const answered = useMemo(() => versionColumns(unknown, forms), [unknown, forms])
  const offered = useMemo(
    () => (looksBack ? formerColumns([...form, ...answered], forms) : []),
    [looksBack, form, answered, forms],
  )
  return {
    /** What the rows have. */
    answered,
    /** What else was asked once; none of the rows that are loaded has it. */
    offered,
    /** How far the looking back has come. */
    looking: { ...looking, isCut: versions.length > MOST_VERSIONS || deployed.count > deployed.results.length },
  }
}

/** The versions of the form with which what it does not know was sent. */
function versionsWith(unknown: readonly UnknownColumn[], rows: readonly Submission[]): ReadonlySet<string> {
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

/** The versions whose questions are not those of the form, each set of questions once; newest first. */
export function formerVersions({
  deployed_versions: { results },
  version__content_hash: current,
}: FormOfProject): string[] {
  const seen = new Set([current])
  return results.flatMap(({ uid, content_hash: hash }) => {
    if (seen.has(hash)) return []
    seen.add(hash)
    return [uid]
  })
}

const NONE: Submission[] = []

/** The form's columns, and what one submission answers besides. */
export function useColumnsOfOne(asset: FormOfProject, submission: Submission | undefined): readonly AnswerColumn[] {
  const rows = useMemo(() => (submission ? [submission] : NONE), [submission])
  const { answered } = useVersionColumns(asset, rows, false)
  const form = columnsOf(asset.content)
  return useMemo(() => [...form, ...answered], [form, answered])
}

/** One that cannot be had tells nothing: its answers stand under their keys. */
export const contentsOf = (versions: UseQueryResult<{ content: FormContent }>[]) =>
  versions.flatMap(({ data }) => data?.content ?? [])

const combine = (versions: UseQueryResult<{ content: FormContent }>[]) => ({
  contents: contentsOf(versions),
  isLoading: versions.some(({ isLoading }) => isLoading),
  isFailed: versions.some(({ isError }) => isError),
  retry: () => versions.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
})
