import { createContext, useMemo, useState } from 'react'
import * as z from 'zod/mini'

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

const keyOf = (assetUid: string) => `fieldboard.column-widths.${assetUid}`

function remembered(assetUid: string): Widths {
  try {
    return Widths.parse(JSON.parse(localStorage.getItem(keyOf(assetUid)) ?? '{}'))
  } catch {
    return {} // storage may be blocked, or hold something odd
  }
}

function remember(assetUid: string, widths: Widths) {
  try {
    if (Object.keys(widths).length === 0) localStorage.removeItem(keyOf(assetUid))
    else localStorage.setItem(keyOf(assetUid), JSON.stringify(widths))
  } catch {
    // They last as long as the page.
  }
}

/** How wide the columns of a project are, kept in this browser. */
export function useColumnWidths(assetUid: string): ColumnWidths {
  const [kept, setKept] = useState(() => ({ assetUid, widths: remembered(assetUid) }))
  if (kept.assetUid !== assetUid) setKept({ assetUid, widths: remembered(assetUid) })
  const { widths } = kept
  return useMemo(
    () => ({
      widths,
      resize: (id, width, isDone) => {
        const { [id]: _former, ...others } = widths
        const next =
          width === null ? others : { ...others, [id]: Math.round(Math.max(NARROWEST, Math.min(WIDEST, width))) }
        setKept({ assetUid, widths: next })
        if (isDone) remember(assetUid, next)
      },
    }),
    [assetUid, widths],
  )
}
