import { useEffect, useRef, useState } from 'react'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import { checkExactlyInWorker } from './exact-check-client.ts'
import type { ExactState } from './exact-messages.ts'

/** The exact check of one form, which runs when the person asks for it. */
export function useExactCheck(sheets: readonly CellSheet[], fileName: string) {
  const [state, setState] = useState<ExactState | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  return {
    state,
    start: () => {
      setState({ is: 'loading', loaded: 0 })
      const title = fileName.replace(/\.[^.]*$/, '')
      stop.current = checkExactlyInWorker(sheets, title, setState)
    },
    stop: () => {
      stop.current?.()
      setState(null)
    },
  }
}
