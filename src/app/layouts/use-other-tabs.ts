import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'

const CHANNEL = 'fieldboard.changes'

/** What was changed in one tab is read again in the others of the same connection. Nobody is kept from anything. */
export function useOtherTabs() {
  const client = useQueryClient()
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    const idOf = () => {
      const connection = connectionOf(client)
      return connection && connectionId(connection)
    }
    const stop = client.getMutationCache().subscribe((event) => {
      // Also where it failed: an answer may be lost on a change that was made.
      if (event.type === 'updated' && ['success', 'error'].includes(event.action.type)) channel.postMessage(idOf())
    })
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === idOf()) void readAnew(client)
    })
    return () => {
      stop()
      channel.close()
    }
  }, [client])
}

/** Files that came with submissions never change. */
const readAnew = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'attachments' })
