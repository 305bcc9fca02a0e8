import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { isFieldLoaded, type Loadable, loadedFields, uniteFields } from '#/api/kpi/submissions/loaded-fields.ts'
import { type IdsWanted, submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { attachmentsOf } from '#/api/kpi/submissions/system-fields.ts'
import type { Page } from '#/api/pagination.ts'
import { blocksOf, columnsOf, withAttachments } from '#/dataset/model/loaded-fields.ts'
import { isSystemKey } from '#/dataset/model/system-keys.ts'
import type { LoadedRowsState } from './use-rows.ts'

/** Further answers of these rows that were asked for, each list by one request or a few. */
interface Asked {
  /** Tells these rows from others. */
  rows: string
  blocks: readonly (readonly string[])[]
}

/** So many ids fit into an address beside the fields. */
const IDS_AT_ONCE = 150

/** As rows come and go, so many lists are asked for of each: what is in sight, and a little beside. */
const IN_SIGHT = 6

export type LoadedRows = ReturnType<typeof useLazyColumns>

/**
 * The rows with the answers that were asked for after them, column by column as they come into sight. They are asked
 * for by the very `_id`s of the rows, so that nothing of another row comes among them.
 */
export function useLazyColumns({ uid, content }: Asset, found: LoadedRowsState) {
  const { rows: first, lots, fields, wanted, isInOrder, scrolls } = found
  const form = columnsOf(content)
  // A verdict on one of them makes them no other rows.
  const parts = useMemo(() => lots.flatMap((lot) => partsOf(lot, isInOrder)), [lots, isInOrder])
  const page = useMemo(() => JSON.stringify([wanted, parts.map(({ ids }) => ids)]), [wanted, parts])
  // The columns in sight stay those as rows come and go.
  const name = scrolls ? found.name : page
  const [kept, setKept] = useState<Asked>({ rows: name, blocks: [] })
  const blocks = kept.rows === name ? kept.blocks : NONE
  const { data, error, refetch } = useQueries({
    queries: blocks.flatMap((block) =>
      parts.map(({ ids }) =>
        submissionQueries.block(uid, { query: wanted, ids, fields: withAttachments(block, form) }),
      ),
    ),
    combine,
  })

  const loaded = useMemo(() => new Set(fields), [fields])
  const rows = useMemo(() => {
    if (!fields) return first
    return parts.flatMap(({ rows: these }, at) => {
      const later = answersOf(blocks.map((_block, index) => data[index * parts.length + at]))
      return these.map((row) => {
        const answers = later.get(row._id)
        return answers
          ? { ...row, ...answers, [loadedFields]: uniteFields(row[loadedFields], answers[loadedFields]) }
          : row
      })
    })
  }, [first, fields, blocks, parts, data])

  const ask = useCallback(
    (ids: readonly string[]) =>
      setKept((before) => withAsked(before, { rows: name, loaded, ids, most: scrolls ? IN_SIGHT : Infinity })),
    [name, loaded, scrolls, setKept],
  )
  return { ...found, rows, first, ask, columnsError: error, retryColumns: refetch }
}

interface AskedNow {
  rows: string
  loaded: ReadonlySet<string>
  ids: readonly string[]
  most: number
}

/** With what is not on its way yet. */
function withAsked(before: Asked, { rows, loaded, ids, most }: AskedNow): Asked {
  const blocks = before.rows === rows ? before.blocks : []
  const known = new Set([...loaded, ...blocks.flat()])
  const missing = ids.filter((id) => !known.has(id) && !isSystemKey(id))
  return missing.length === 0 ? before : { rows, blocks: [...blocks, ...blocksOf(missing)].slice(-most) }
}

const NONE: Asked['blocks'] = []

type Block = UseQueryResult<Page<Submission>, ApiError>

const combine = (results: Block[]) => ({
  data: results.map((result) => result.data),
  error: results.find((result) => result.isError)?.error ?? null,
  refetch: () => results.filter((result) => result.isError).forEach((result) => void result.refetch()),
})

type LaterAnswers = Record<string, unknown> & Loadable

/** All answers that later requests brought of each row, by `_id`, and which of its fields they loaded. */
function answersOf(pages: readonly (Page<Submission> | undefined)[]): ReadonlyMap<number, LaterAnswers> {
  const answers = new Map<number, LaterAnswers>()
  for (const row of pages.flatMap((page) => page?.results ?? [])) {
    const known = answers.get(row._id) ?? {}
    for (const key in row) if (!isSystemKey(key)) known[key] = row[key]
    if (isFieldLoaded(row, '_attachments')) known['_attachments'] = attachmentsOf(row)
    known[loadedFields] = uniteFields(known[loadedFields], row[loadedFields])
    answers.set(row._id, known)
  }
  return answers
}

interface Part {
  ids: IdsWanted
  rows: readonly Submission[]
}

/** How the rows are named in a request: newest first they are all between two `_id`s; else one by one, in lots. */
function partsOf(rows: readonly Submission[], isInOrder: boolean): Part[] {
  const ids = rows.map(({ _id }) => _id)
  const [highest, lowest] = [ids[0], ids.at(-1)]
  if (highest === undefined || lowest === undefined) return []
  if (isInOrder) return [{ ids: { highest, lowest }, rows }]
  const parts: Part[] = []
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    parts.push({ ids: ids.slice(at, at + IDS_AT_ONCE), rows: rows.slice(at, at + IDS_AT_ONCE) })
  }
  return parts
}
