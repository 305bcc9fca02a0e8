import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'

/** Forgets what was read of a project once nothing on screen shows it: what is shown would be asked for again. */
export function useForgetWhenGone(assetUid: string) {
  const client = useQueryClient()
  const isWanted = useRef(false)
  useEffect(
    () => () => {
      if (!isWanted.current) return
      client.removeQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
      client.removeQueries({ queryKey: permissionQueries.list(assetUid).queryKey })
    },
    [assetUid, client],
  )
  return () => void (isWanted.current = true)
}
