import { useState } from 'react'
import * as z from 'zod/mini'
import { connectionId, connections } from '#/api/connection.ts'

/** A view under a name, just for the person; kept in this browser. */
const NamedView = z.object({ name: z.string(), address: z.record(z.string(), z.string()) })
export type NamedView = z.output<typeof NamedView>

/** What of an address a view does not keep: where one was reading. */
const PASSING = new Set(['page', 'submission', 'view'])

export const viewAddress = (address: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(address).filter(([key]) => !PASSING.has(key)))

function keyOf(assetUid: string) {
  const connection = connections.current()
  return `fieldboard.views.${connection ? connectionId(connection) : ''}.${assetUid}`
}

export function rememberedViews(assetUid: string): NamedView[] {
  try {
    return z.array(NamedView).parse(JSON.parse(localStorage.getItem(keyOf(assetUid)) ?? '[]'))
  } catch {
    return [] // storage may be blocked, or hold something odd
  }
}

/** With a view under a name; one of the same name gives way. */
export const withView = (views: readonly NamedView[], view: NamedView) =>
  [...views.filter(({ name }) => name !== view.name), view].toSorted((a, b) => a.name.localeCompare(b.name))

/** The person's own views of a project. `isKept`: false where the browser keeps nothing. */
export function useNamedViews(assetUid: string) {
  const [views, setViews] = useState(() => rememberedViews(assetUid))
  const [isKept, setIsKept] = useState(true)
  const keep = (next: readonly NamedView[]) => {
    setViews([...next])
    try {
      localStorage.setItem(keyOf(assetUid), JSON.stringify(next))
    } catch {
      setIsKept(false) // they last as long as the dialog
    }
  }
  return { views, keep, isKept }
}
