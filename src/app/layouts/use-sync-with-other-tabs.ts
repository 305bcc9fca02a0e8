import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'

const CHANNEL = 'fieldboard.changes'

/** Refetches what another tab of the same connection changed. */
export function useSyncWithOtherTabs() {
  const client = useQueryClient()
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    const idOf = () => {
      const connection = connectionOf(client)
      return connection && connectionId(connection)
    }
    const stop = client.getMutationCache().subscribe((event) => {
      // Also after a failure: the change may have been made though its response was lost.
      if (event.type === 'updated' && ['success', 'error'].includes(event.action.type)) channel.postMessage(idOf())
    })
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === idOf()) void invalidate(client)
    })
    return () => {
      stop()
      channel.close()
    }
  }, [client])
}

/** Attachments never change. */
const invalidate = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'attachments' })
