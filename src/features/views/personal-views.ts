import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { connectionOf } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { onPersonalDataChange, readPersonalData, writePersonalData } from '#/api/personal-storage.ts'
import { formerViewsKey, parseJson, readStored, writeStored } from '#/lib/browser-storage.ts'

/** A named view of the user, stored in this browser as long as the connection. */
const NamedView = z.object({ name: z.string(), address: z.record(z.string(), z.string()) })
export type NamedView = z.output<typeof NamedView>

/** URL parameters that are not part of a view. */
const NOT_IN_VIEWS = new Set(['page', 'submission', 'view'])

export const viewAddress = (address: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(address).filter(([key]) => !NOT_IN_VIEWS.has(key)))

const parseViews = (stored: unknown): NamedView[] => z.array(NamedView).safeParse(stored).data ?? []

function storedViews(id: string, assetUid: string): NamedView[] {
  const former = formerViewsKey(id, assetUid)
  const before = readStored('device', former)
  if (before !== null && readPersonalData(id, 'views', assetUid) === null) {
    writePersonalData(id, 'views', assetUid, parseJson(before))
    writeStored('device', former, null)
  }
  return parseViews(readPersonalData(id, 'views', assetUid))
}

const viewJson = (views: readonly NamedView[], name: string) => JSON.stringify(views.find((one) => one.name === name))

/** Instead of a project: the list of projects. */
export const PROJECT_LIST = 'projects'

/**
 * The user's views of a project, or of the list of projects, including changes by other tabs. `isStored`: false if the
 * browser blocks storage.
 */
export function useNamedViews(assetUid: string) {
  const connection = connectionOf(useQueryClient())
  const id = connection ? connectionId(connection) : ''
  const [views, setViews] = useState(() => storedViews(id, assetUid))
  const [isStored, setIsStored] = useState(true)
  useEffect(
    () => onPersonalDataChange(id, 'views', assetUid, () => setViews(storedViews(id, assetUid))),
    [id, assetUid],
  )

  /** Removes views by name from the stored list and adds others, unless another tab changed one of them. */
  const change = (names: readonly string[], added: readonly NamedView[]): boolean => {
    const now = isStored ? storedViews(id, assetUid) : views
    const isOvertaken = names.some((name) => viewJson(now, name) !== viewJson(views, name))
    const next = [...now.filter(({ name }) => !names.includes(name)), ...added]
    const shown = isOvertaken ? now : next.toSorted((a, b) => a.name.localeCompare(b.name))
    setViews(shown)
    if (!isOvertaken) setIsStored(writePersonalData(id, 'views', assetUid, shown))
    return !isOvertaken
  }

  return {
    views,
    isStored,
    /** Whether they are stored on the device, like the connection. */
    isOnDevice: connections.isOnDevice(id),
    /**
     * Stores a view, replacing those with the same name and with the name `from`. Returns false if another tab changed one
     * of them: then nothing is stored, and the list shows the current views.
     */
    save: (view: NamedView, from = view.name) => change([view.name, from], [view]),
    /** Returns false as `save` does. */
    remove: (name: string) => change([name], []),
  }
}
