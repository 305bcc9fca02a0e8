import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { Page } from '#/api/pagination.ts'
import { BLOCK_SIZE } from '#/dataset/query/query.ts'
import { joined } from './merge-chunks.ts'
import type { VisibleRange } from './visible-range.ts'

/** Rows above and below those in sight that are wanted, too. */
const AROUND = 20
/** Blocks that are kept besides those in sight. */
const KEPT = 16
/** Milliseconds: what is passed faster is not asked for. */
const MOMENT = 120

type PageOptions = ReturnType<typeof submissionQueries.page>

interface BlocksOptions {
  assetUid: string
  /** The first of them, once it has come; it is always there. `null` where one turns pages instead. */
  first: { data: Page<Submission>; at: number } | null
  /** Names the result: another one is looked at from its top. */
  name: string
  /** The n-th block, from 1. */
  pageAt: (page: number) => PageOptions
  /** `_id` of the submission in the side panel: its block stays. */
  openId: number | null
}

interface InSight {
  name: string
  from: number
  to: number
  isDown: boolean
}

/** The blocks of rows around what is in sight. Those that one has scrolled past are given up. */
export function useRowChunks({ assetUid, first, name, pageAt, openId }: BlocksOptions) {
  const client = useQueryClient()
  const [kept, setInSight] = useState<InSight>({ name, from: 0, to: 0, isDown: true })
  const inSight = kept.name === name ? kept : { name, from: 0, to: 0, isDown: true }
  const [held, setHeld] = useState<{ id: number; block: number } | null>(null)

  const last = first ? Math.max(0, Math.ceil(first.data.count / BLOCK_SIZE) - 1) : 0
  const heldBlock = held && held.id === openId ? held.block : 0
  const { from, to } = inSight
  const isOn = first !== null
  const numbers = useMemo(() => {
    const wanted = new Set([heldBlock, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)])
    return isOn ? [...wanted].filter((block) => block > 0 && block <= last).toSorted((a, b) => a - b) : []
  }, [isOn, from, to, last, heldBlock])

  const results = useQueries({ queries: numbers.map((block) => blockAt(pageAt, block)), combine })
  const found = useMemo(() => {
    const others = numbers.map((number, index) => ({ number, ...results[index] }))
    return joined(first ? [{ number: 0, ...first }, ...others] : [], BLOCK_SIZE)
  }, [first, numbers, results])

  const openBlock = openId === null ? undefined : found.blockOf(openId)
  if (openId !== null && openBlock !== undefined && (held?.id !== openId || held.block !== openBlock)) {
    setHeld({ id: openId, block: openBlock })
  }

  // What was read before some were deleted is not where it was.
  const { outdated } = found
  useEffect(() => {
    for (const block of outdated) {
      void client.invalidateQueries(
        { queryKey: blockAt(pageAt, block).queryKey, exact: true },
        { cancelRefetch: false },
      )
    }
  }, [client, outdated, pageAt])

  useEffect(() => {
    const idle = client.getQueryCache().findAll({ queryKey: submissionQueries.pages(assetUid), type: 'inactive' })
    const oldest = idle.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt).slice(KEPT)
    for (const query of oldest) client.getQueryCache().remove(query)
  }, [client, assetUid, numbers])

  const passing = useRef<{ at: number; timer: ReturnType<typeof setTimeout> | undefined }>({ at: 0, timer: undefined })
  useEffect(() => {
    const { current } = passing
    return () => clearTimeout(current.timer)
  }, [])
  const lookAt = useCallback(
    (sight: VisibleRange) => {
      const from = Math.max(0, Math.floor((sight.first - AROUND) / BLOCK_SIZE))
      const next = { from, to: Math.floor((sight.last + AROUND) / BLOCK_SIZE) }
      const look = () => {
        passing.current.at = next.from
        setInSight((before) =>
          before.name === name && before.from === next.from && before.to === next.to
            ? before
            : { name, ...next, isDown: next.from >= before.from },
        )
      }
      clearTimeout(passing.current.timer)
      if (Math.abs(passing.current.at - next.from) <= 1) look()
      else passing.current.timer = setTimeout(look, MOMENT)
    },
    [name],
  )

  const next = inSight.isDown ? inSight.to + 1 : inSight.from - 1
  return {
    ...found,
    lookAt,
    hold: (id: number, block: number) => setHeld({ id, block }),
    /** The block that comes next as one scrolls on. */
    ahead: first && next > 0 && next <= last ? pageAt(next + 1) : null,
  }
}

/** Another block's rows are no stand-in for these. */
function blockAt(pageAt: BlocksOptions['pageAt'], block: number) {
  const { placeholderData: _others, ...options } = pageAt(block + 1)
  return options
}

const combine = (results: UseQueryResult<Page<Submission>, ApiError>[]) =>
  results.map(({ data, dataUpdatedAt: at }) => ({ data, at }))
