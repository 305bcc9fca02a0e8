import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'
import { onPersonalDataChange, readPersonalData, writePersonalData } from '#/api/personal-storage.ts'
import { DEFAULT_COLUMNS, type ProjectColumn } from './project-columns.tsx'

const DEFAULT_IDS: readonly string[] = DEFAULT_COLUMNS.map(({ id }) => id)

/** The stored names of columns, each once; the default ones if there are none. */
function storedColumns(id: string): readonly string[] {
  const stored = readPersonalData(id, 'project-columns')
  return Array.isArray(stored) ? [...new Set(stored.map(String))] : DEFAULT_IDS
}

const withIds = (columns: readonly ProjectColumn[], ids: readonly string[]) =>
  ids.flatMap((id) => columns.find((column) => column.id === id) ?? [])

export interface ProjectColumnChoice {
  /** The columns of the list, in their order. */
  shown: readonly ProjectColumn[]
  /** `null`: the default ones. */
  choose: (columns: readonly ProjectColumn[] | null) => void
}

/**
 * The columns of the list of projects, stored in this browser for the connection. Those beyond the default ones are loaded
 * where some are chosen, and appear then.
 */
export function useProjectColumns(): ProjectColumnChoice {
  const connection = connectionOf(useQueryClient())
  const id = connection ? connectionId(connection) : ''
  const [ids, setIds] = useState(() => storedColumns(id))
  const [extra, setExtra] = useState<readonly ProjectColumn[]>([])
  useEffect(() => onPersonalDataChange(id, 'project-columns', '', () => setIds(storedColumns(id))), [id])
  const needsExtra = ids.some((name) => !DEFAULT_IDS.includes(name) && !extra.some((column) => column.id === name))
  useEffect(() => {
    // The list can do without them: they are loaded with the next choice.
    if (needsExtra) void import('./extra-columns.tsx').then((module) => setExtra(module.EXTRA_COLUMNS)).catch(() => {})
  }, [needsExtra])
  const shown = useMemo(() => withIds([...DEFAULT_COLUMNS, ...extra], ids), [extra, ids])
  return {
    shown,
    choose: (columns) => {
      const next = columns?.map((column) => column.id) ?? null
      setIds(next ?? DEFAULT_IDS)
      // What can be chosen is loaded already.
      setExtra((known) => [...new Set([...known, ...(columns ?? [])])])
      writePersonalData(id, 'project-columns', '', next)
    },
  }
}
