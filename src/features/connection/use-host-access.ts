import { useEffect, useState } from 'react'
import { grantedHosts, hasHostAccess, onHostAccessChange } from '#/lib/host-access.ts'

/** Whether the app has access to a server; `undefined` while loading. */
export function useHasHostAccess(server: string): boolean | undefined {
  const [answer, setAnswer] = useState<{ server: string; has: boolean }>()
  useEffect(
    () =>
      watchHostAccess(
        () => hasHostAccess(server),
        (has) => setAnswer({ server, has }),
      ),
    [server],
  )
  return answer?.server === server ? answer.has : undefined
}

/** The match patterns of the granted hosts. */
export function useGrantedHosts(): string[] {
  const [given, setGiven] = useState<string[]>([])
  useEffect(() => watchHostAccess(grantedHosts, setGiven), [])
  return given
}

/** Calls `onValue` now and after each change of access. Returns a function that unsubscribes. */
function watchHostAccess<Value>(read: () => Promise<Value>, onValue: (value: Value) => void): () => void {
  let isOver = false
  const look = async () => {
    const value = await read()
    if (!isOver) onValue(value)
  }
  void look()
  const stop = onHostAccessChange(() => void look())
  return () => {
    isOver = true
    stop()
  }
}
