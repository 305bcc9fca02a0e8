import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type CheckedNames, checkNames } from './check-names.ts'

interface Known {
  owner: string
  others: readonly { username: string }[]
}

/** Checks a list of names, with progress. It can be stopped, and stops with the page. */
export function useNameCheck(known: Known) {
  const client = useQueryClient()
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const abort = useRef<AbortController | null>(null)
  const check = useMutation({
    meta: { showsError: true },
    mutationFn: async (names: readonly string[]): Promise<CheckedNames | null> => {
      const controller = new AbortController()
      abort.current = controller
      try {
        const { signal } = controller
        return await checkNames(client, names, {
          ...known,
          signal,
          onProgress: (done, total) => setProgress({ done, total }),
        })
      } catch (error) {
        if (controller.signal.aborted) return null
        throw error
      }
    },
  })
  useEffect(() => () => abort.current?.abort(), [])
  return { check, progress, stop: () => abort.current?.abort() }
}
