import { useSyncExternalStore } from 'react'
import { type SharedValue, useNewSharedValue } from '#/ui/store.ts'
import type { Matches } from './find-matches.ts'

/** Which columns of a row match, by their ids; `undefined` where none does. */
export interface FindHighlights {
  get: (rowKey: string | number) => ReadonlySet<string> | undefined
}

interface Finding {
  /** How often one began to look for something; 0 while nobody does. */
  asked: number
  marks: FindHighlights | null
  /** The cell that one is on. */
  at: { place: number; columnId: string } | null
  /** Goes to another match. */
  step: ((forward: boolean) => void) | null
}

/** What is looked for in the rows, shared by the bar, the table and the button. */
export type FindStore = SharedValue<Finding>

const CLOSED: Finding = { asked: 0, marks: null, at: null, step: null }

export const useNewFind = (): FindStore => useNewSharedValue(CLOSED)

/** One thing of it; asks again only when that has changed. */
export const useFind = <T>(find: FindStore, select: (finding: Finding) => T): T =>
  useSyncExternalStore(find.subscribe, () => select(find.get()))

export const isFindOpen = ({ asked }: Finding) => asked > 0
export const highlightsOf = ({ marks }: Finding) => marks

export const openFind = (find: FindStore) => find.set({ ...find.get(), asked: find.get().asked + 1 })
/** The cell that one was on stays known: the next time one goes on from there. */
export const closeFind = (find: FindStore) => find.set({ ...CLOSED, at: find.get().at })

/** Made as rows come into sight: there may be many more. */
export function toHighlights({ hits, columns }: Matches): FindHighlights | null {
  if (hits.length === 0) return null
  const byId = new Map(hits.map((hit) => [hit.id, hit]))
  const made = new Map<number, ReadonlySet<string>>()
  return {
    get: (key) => {
      const hit = byId.get(Number(key))
      if (!hit) return undefined
      const known = made.get(hit.id) ?? new Set(hit.columns.flatMap((at) => columns[at]?.id ?? []))
      made.set(hit.id, known)
      return known
    },
  }
}
