import { useState } from 'react'
import { ApiError } from '#/api/errors.ts'

/** A file that takes its time: whether it is on its way, and why it did not come. */
export function useDownload() {
  const [state, setState] = useState<'idle' | 'reading' | 'done'>('idle')
  const [error, setError] = useState<ApiError | null>(null)
  const start = (work: () => Promise<void>) => {
    setState('reading')
    setError(null)
    work().then(
      () => setState('done'),
      (cause: unknown) => {
        setState('idle')
        setError(cause instanceof ApiError ? cause : new ApiError('unreadable', String(cause)))
      },
    )
  }
  return { state, error, start }
}
