import { useEffect, useState } from 'react'
import { givenHostAccess, hasHostAccess, onHostAccessChange } from '#/lib/host-access.ts'

/** Whether the browser lets the app reach a server. Nothing until it has said so. */
export function useHasHostAccess(server: string): boolean | undefined {
  const [answer, setAnswer] = useState<{ server: string; has: boolean }>()
  useEffect(
    () =>
      follow(
        () => hasHostAccess(server),
        (has) => setAnswer({ server, has }),
      ),
    [server],
  )
  return answer?.server === server ? answer.has : undefined
}

/** What the browser lets the app reach, as it writes it. */
export function useGivenHostAccess(): string[] {
  const [given, setGiven] = useState<string[]>([])
  useEffect(() => follow(givenHostAccess, setGiven), [])
  return given
}

/** Reads now, and whenever access was allowed or taken back. Returns how to stop that. */
function follow<Value>(read: () => Promise<Value>, tell: (value: Value) => void): () => void {
  let isOver = false
  const look = async () => {
    const value = await read()
    if (!isOver) tell(value)
  }
  void look()
  const stop = onHostAccessChange(() => void look())
  return () => {
    isOver = true
    stop()
  }
}
