import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'

/** Removes a project's queries from the cache once the page that shows them has unmounted. */
export function useRemoveQueriesOnLeave(assetUid: string) {
  const client = useQueryClient()
  const shouldRemove = useRef(false)
  useEffect(
    () => () => {
      if (!shouldRemove.current) return
      client.removeQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
      client.removeQueries({ queryKey: permissionQueries.list(assetUid).queryKey })
    },
    [assetUid, client],
  )
  return () => void (shouldRemove.current = true)
}
