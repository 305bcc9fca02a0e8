import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { connectionOf } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { onPersonalStored, readPersonal, writePersonal } from '#/api/personal-storage.ts'
import { formerViewsKey, parsedJson, readStored, writeStored } from '#/lib/browser-storage.ts'

/** A view under a name, just for the person; stored in this browser for as long as the connection. */
const NamedView = z.object({ name: z.string(), address: z.record(z.string(), z.string()) })
export type NamedView = z.output<typeof NamedView>

/** What of an address a view does not keep: where one was reading. */
const PASSING = new Set(['page', 'submission', 'view'])

export const viewAddress = (address: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(address).filter(([key]) => !PASSING.has(key)))

const listed = (stored: unknown): NamedView[] => z.array(NamedView).safeParse(stored).data ?? []

function storedViews(id: string, assetUid: string): NamedView[] {
  const former = formerViewsKey(id, assetUid)
  const before = readStored('device', former)
  if (before !== null && readPersonal(id, 'views', assetUid) === null) {
    writePersonal(id, 'views', assetUid, parsedJson(before))
    writeStored('device', former, null)
  }
  return listed(readPersonal(id, 'views', assetUid))
}

const textOf = (views: readonly NamedView[], name: string) => JSON.stringify(views.find((one) => one.name === name))

/** The person's own views of a project, as other tabs change them too. `isStored`: false where the browser stores nothing. */
export function useNamedViews(assetUid: string) {
  const connection = connectionOf(useQueryClient())
  const id = connection ? connectionId(connection) : ''
  const [views, setViews] = useState(() => storedViews(id, assetUid))
  const [isStored, setIsStored] = useState(true)
  useEffect(() => onPersonalStored(id, 'views', assetUid, () => setViews(storedViews(id, assetUid))), [id, assetUid])

  /** Takes these names out of the list as it is stored now, and adds a view, unless another tab changed one of them. */
  const change = (names: readonly string[], added: readonly NamedView[]): boolean => {
    const now = isStored ? storedViews(id, assetUid) : views
    const isOvertaken = names.some((name) => textOf(now, name) !== textOf(views, name))
    const next = [...now.filter(({ name }) => !names.includes(name)), ...added]
    const shown = isOvertaken ? now : next.toSorted((a, b) => a.name.localeCompare(b.name))
    setViews(shown)
    if (!isOvertaken) setIsStored(writePersonal(id, 'views', assetUid, shown))
    return !isOvertaken
  }

  return {
    views,
    isStored,
    /** Whether they outlive the tab, as the connection does. */
    isOnDevice: connections.isKept(id),
    /**
     * Keeps a view; one of the same name, and the one that it is renamed from, give way. `false` where another tab has
     * changed one of them since it was shown: nothing is stored then, and the list is shown as it is now.
     */
    save: (view: NamedView, from = view.name) => change([view.name, from], [view]),
    /** `false`: as with `save`. */
    remove: (name: string) => change([name], []),
  }
}
