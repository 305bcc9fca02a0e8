import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '#/api/errors.ts'
import { type Check, type CheckProgress, type CheckResult, createCheck } from './check.ts'

export type CheckState =
  | { stage: 'idle' }
  | { stage: 'running'; progress: CheckProgress }
  | { stage: 'stopped'; error: ApiError }
  | { stage: 'done'; result: CheckResult }

/** Runs the check of a service, which is cancelled where its component is gone. */
export function useCheck(options: Parameters<typeof createCheck>[1]) {
  const client = useQueryClient()
  const [state, setState] = useState<CheckState>({ stage: 'idle' })
  const current = useRef<{ check: Check; controller: AbortController } | null>(null)
  useEffect(() => () => current.current?.controller.abort(), [])

  const run = async (check: Check) => {
    current.current?.controller.abort()
    const controller = new AbortController()
    current.current = { check, controller }
    const { signal } = controller
    try {
      const result = await check.run(signal, (progress) => {
        if (!signal.aborted) setState({ stage: 'running', progress })
      })
      setState({ stage: 'done', result })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ApiError)) throw error
      setState({ stage: 'stopped', error })
    }
  }
  return {
    state,
    start: () => void run(createCheck(client, options)),
    /** Continues after an error: what was loaded is kept. */
    resume: () => void (current.current && run(current.current.check)),
    cancel: () => {
      current.current?.controller.abort()
      setState({ stage: 'idle' })
    },
  }
}
