import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'
import { onPersonalDataChange, readPersonalData, writePersonalData } from '#/api/personal-storage.ts'
import { TeamList } from './team-list.ts'

const stored = (id: string): TeamList[] => z.array(TeamList).safeParse(readPersonalData(id, 'team-lists')).data ?? []

/** The team lists of a connection, stored in this browser, including changes by other tabs. */
export function useTeamLists() {
  const connection = connectionOf(useQueryClient())
  const id = connection ? connectionId(connection) : ''
  const [teams, setTeams] = useState(() => stored(id))
  const [isStored, setIsStored] = useState(true)
  useEffect(() => onPersonalDataChange(id, 'team-lists', '', () => setTeams(stored(id))), [id])

  /** Removes lists by name, and adds others. Those of other tabs stay. */
  const change = (names: readonly string[], added: readonly TeamList[]) => {
    const now = isStored ? stored(id) : teams
    const replaced = new Set([...names, ...added.map(({ name }) => name)])
    const next = [...now.filter(({ name }) => !replaced.has(name)), ...added].toSorted((a, b) =>
      a.name.localeCompare(b.name),
    )
    setTeams(next)
    setIsStored(writePersonalData(id, 'team-lists', '', next))
  }
  return { teams, isStored, change }
}
