import { useEffect, useRef } from 'react'
import { assetQueries } from '#/api/assets/queries.ts'
import { permissionQueries } from '#/api/permissions/queries.ts'
import { queryClient } from './query-client.ts'

/** Forgets what was read of a project once nothing on screen shows it: what is shown would be asked for again. */
export function useForgetWhenGone(assetUid: string) {
  const isWanted = useRef(false)
  useEffect(
    () => () => {
      if (!isWanted.current) return
      queryClient.removeQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
      queryClient.removeQueries({ queryKey: permissionQueries.list(assetUid).queryKey })
    },
    [assetUid],
  )
  return () => void (isWanted.current = true)
}
