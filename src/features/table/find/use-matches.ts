import { useEffect, useState } from 'react'
import { type FindScope, findText, type Matches, NOTHING } from './find-matches.ts'

/** What there is of a text in the rows: so far, while it is looked for. The newest text wins. */
export function useMatches(text: string, scope: FindScope): Matches {
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    const stop = new AbortController()
    const look = async () => {
      for await (const next of findText(text, scope, stop.signal)) {
        if (stop.signal.aborted) return
        setFound(next)
      }
    }
    void look()
    return () => stop.abort()
  }, [text, scope])
  return found
}
