import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import type { ApiError } from '#/api/errors.ts'
import type { Page } from '#/api/pagination.ts'
import { type IdsWanted, submissionQueries } from '#/api/submissions/queries.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { blocksOf, columnsOf, mark, withAttachments } from './fields.ts'
import { isSystemKey } from './system-keys.ts'
import type { FoundRows } from './use-submission-rows.ts'

/** Further answers of these rows that were asked for, each list by one request or a few. */
interface Asked {
  /** Tells these rows from others. */
  rows: string
  blocks: readonly (readonly string[])[]
}

/** So many ids fit into an address beside the fields. */
const IDS_AT_ONCE = 150

export type LoadedRows = ReturnType<typeof useColumnBlocks>

/**
 * The rows with the answers that were asked for after them, column by column as they come into sight. They are asked
 * for by the very `_id`s of the rows, so that nothing of another row comes among them.
 */
export function useColumnBlocks({ uid, content }: Asset, found: FoundRows) {
  const { rows: first, fields, wanted, isInOrder } = found
  const form = columnsOf(content)
  // A verdict on one of them makes them no other rows.
  const parts = useMemo(() => idsOf(first, isInOrder), [first, isInOrder])
  const name = useMemo(() => JSON.stringify([wanted, parts]), [wanted, parts])
  const [kept, setKept] = useState<Asked>({ rows: name, blocks: [] })
  const blocks = kept.rows === name ? kept.blocks : NONE
  const { data, error, refetch } = useQueries({
    queries: blocks.flatMap((block) =>
      parts.map((ids) => submissionQueries.block(uid, { query: wanted, ids, fields: withAttachments(block, form) })),
    ),
    combine,
  })

  const loaded = useMemo(() => new Set(fields), [fields])
  const rows = useMemo(() => {
    if (!fields) return first
    const answers = answersOf(data)
    // A column counts as there when it is there in all rows.
    const there = new Set(loaded)
    blocks.forEach((block, index) => {
      const all = data.slice(index * parts.length, (index + 1) * parts.length)
      if (all.every((page) => page !== undefined)) for (const id of block) there.add(id)
    })
    return first.map((row) => {
      const whole = answers.size > 0 ? { ...row, ...answers.get(row._id) } : row
      mark(whole, there)
      return whole
    })
  }, [first, fields, loaded, blocks, parts, data])

  const ask = useCallback(
    (ids: readonly string[]) => setKept((before) => withAsked(before, { rows: name, loaded, ids })),
    [name, loaded, setKept],
  )
  return { ...found, rows, first, ask, columnsError: error, retryColumns: refetch }
}

interface AskedNow {
  rows: string
  loaded: ReadonlySet<string>
  ids: readonly string[]
}

/** With what is not on its way yet. */
function withAsked(before: Asked, { rows, loaded, ids }: AskedNow): Asked {
  const blocks = before.rows === rows ? before.blocks : []
  const known = new Set([...loaded, ...blocks.flat()])
  const missing = ids.filter((id) => !known.has(id) && !isSystemKey(id))
  return missing.length === 0 ? before : { rows, blocks: [...blocks, ...blocksOf(missing)] }
}

const NONE: Asked['blocks'] = []

type Block = UseQueryResult<Page<Submission>, ApiError>

const combine = (results: Block[]) => ({
  data: results.map((result) => result.data),
  error: results.find((result) => result.isError)?.error ?? null,
  refetch: () => results.filter((result) => result.isError).forEach((result) => void result.refetch()),
})

/** All answers that came for each row, by `_id`. */
function answersOf(pages: readonly (Page<Submission> | undefined)[]) {
  const answers = new Map<number, Record<string, unknown>>()
  for (const page of pages) {
    for (const row of page?.results ?? []) {
      const known = answers.get(row._id) ?? {}
      for (const key in row) if (!isSystemKey(key)) known[key] = row[key]
      if (row._attachments.length > 0) known['_attachments'] = row._attachments
      answers.set(row._id, known)
    }
  }
  return answers
}

/** How the rows are named in a request: newest first they are all between two `_id`s; else one by one, in lots. */
function idsOf(rows: readonly Submission[], isInOrder: boolean): IdsWanted[] {
  const ids = rows.map(({ _id }) => _id)
  const [highest, lowest] = [ids[0], ids.at(-1)]
  if (highest === undefined || lowest === undefined) return []
  if (isInOrder) return [{ highest, lowest }]
  const lots: IdsWanted[] = []
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) lots.push(ids.slice(at, at + IDS_AT_ONCE))
  return lots
}
