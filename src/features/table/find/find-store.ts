import { useSyncExternalStore } from 'react'
import { type SharedValue, useSharedValue } from '#/ui/shared-value.ts'
import type { Matches } from './find-matches.ts'

/** Ids of the columns that match in a row; `undefined` if none does. */
export interface FindHighlights {
  get: (rowKey: string | number) => ReadonlySet<string> | undefined
}

interface FindState {
  /** How often the search was opened; 0 while it is closed. */
  openCount: number
  /** What is searched for. */
  text: string
  highlights: FindHighlights | null
  /** The current cell, from which the search continues. */
  current: { rowIndex: number; columnId: string } | null
  /** Goes to the next or the previous match. */
  step: ((forward: boolean) => void) | null
}

/** The state of the search in rows, shared by the bar, the table and the button. */
export type FindStore = SharedValue<FindState>

const CLOSED: FindState = { openCount: 0, text: '', highlights: null, current: null, step: null }

export const useNewFind = (): FindStore => useSharedValue(CLOSED)

/** A part of the state. Renders again only when this part has changed. */
export const useFind = <T>(find: FindStore, select: (state: FindState) => T): T =>
  useSyncExternalStore(find.subscribe, () => select(find.get()))

export const isFindOpen = ({ openCount }: FindState) => openCount > 0
export const textOf = ({ text }: FindState) => text
export const highlightsOf = ({ highlights }: FindState) => highlights

export const openFind = (find: FindStore) => find.set({ ...find.get(), openCount: find.get().openCount + 1 })
/** Closes the search. Keeps the current cell, so that the next search continues there. */
export const closeFind = (find: FindStore) => find.set({ ...CLOSED, current: find.get().current })

/** The highlights of matches. The set of a row is created on demand, since there may be many rows. */
export function toHighlights({ rows, columns }: Matches): FindHighlights | null {
  if (rows.length === 0) return null
  const byId = new Map(rows.map((row) => [row.id, row]))
  const columnIds = new Map<number, ReadonlySet<string>>()
  return {
    get: (key) => {
      const row = byId.get(Number(key))
      if (!row) return undefined
      const ids = columnIds.get(row.id) ?? new Set(row.columns.flatMap((index) => columns[index]?.id ?? []))
      columnIds.set(row.id, ids)
      return ids
    },
  }
}
