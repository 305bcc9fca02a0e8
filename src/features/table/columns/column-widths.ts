import { useQueryClient } from '@tanstack/react-query'
import { createContext, useMemo, useState } from 'react'
import * as z from 'zod/mini'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'
import { readPersonal, writePersonal } from '#/api/personal-storage.ts'

export const NARROWEST = 64
const WIDEST = 800

/** Pixels by the columns' ids; a column that is not among them has its usual width. */
type Widths = Readonly<Record<string, number>>
const Widths = z.record(z.string(), z.number())

export interface ColumnWidths {
  widths: Widths
  /** `null`: the usual width again. `isDone`: it is remembered, too. */
  resize: (id: string, width: number | null, isDone: boolean) => void
}

export const ColumnWidthsContext = createContext<ColumnWidths>({ widths: {}, resize: () => {} })

const remembered = (id: string, assetUid: string): Widths =>
  Widths.safeParse(readPersonal(id, 'column-widths', assetUid)).data ?? {}

const withWidth = (widths: Widths, column: string, width: number | null): Widths => {
  const { [column]: _former, ...others } = widths
  return width === null ? others : { ...others, [column]: Math.round(Math.max(NARROWEST, Math.min(WIDEST, width))) }
}

/** How wide the columns of a project are, stored in this browser for as long as the connection. */
export function useColumnWidths(assetUid: string): ColumnWidths {
  const connection = connectionOf(useQueryClient())
  const id = connection ? connectionId(connection) : ''
  const [kept, setKept] = useState(() => ({ id, assetUid, widths: remembered(id, assetUid) }))
  if (kept.assetUid !== assetUid || kept.id !== id) setKept({ id, assetUid, widths: remembered(id, assetUid) })
  const { widths } = kept
  return useMemo(
    () => ({
      widths,
      resize: (column, width, isDone) => {
        setKept({ id, assetUid, widths: withWidth(widths, column, width) })
        if (!isDone) return
        // As they are stored now: another tab may have changed other columns.
        const next = withWidth(remembered(id, assetUid), column, width)
        writePersonal(id, 'column-widths', assetUid, Object.keys(next).length === 0 ? null : next)
      },
    }),
    [id, assetUid, widths],
  )
}
