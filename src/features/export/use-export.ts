import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '#/api/errors.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import type { ExportTexts } from './export-plan.ts'
import { type ExportOptions, type ExportSource, toExportRequest } from './export-request.ts'
import {
  createExportRun,
  ExportFailed,
  type ExportOutcome,
  type ExportRun,
  type ExportRunProgress,
} from './export-run.ts'
import { startExportWorker } from './export-worker-client.ts'

export type ExportState =
  | { stage: 'asking' }
  | { stage: 'running'; progress: ExportRunProgress }
  | { stage: 'stopped'; progress: ExportRunProgress; error: ApiError }
  | { stage: 'failed'; reason: ExportFailed['reason'] }
  | { stage: 'done'; outcome: ExportOutcome; name: string }

const ASKING: ExportState = { stage: 'asking' }
const NOTHING_YET: ExportRunProgress = { phase: 'loading', done: 0, of: null }
/** Longer names are cut at their end, where the day is. */
const LETTERS = 59

/** A file of submissions in the making: begins, stops at a fault, goes on from there, or is given up. */
export function useExport(source: ExportSource, words: ExportTexts) {
  const client = useQueryClient()
  const [state, setState] = useState<ExportState>(ASKING)
  const at = useRef<{ run: ExportRun; stop: AbortController; name: string } | null>(null)
  useUnsaved(state.stage === 'running' || state.stage === 'stopped')

  const end = useCallback(() => {
    at.current?.stop.abort()
    at.current?.run.end()
    at.current = null
  }, [])
  useEffect(() => end, [end])

  const go = async () => {
    const current = at.current
    if (!current) return
    current.stop = new AbortController()
    const { signal } = current.stop
    try {
      const outcome = await current.run.go(signal)
      current.run.end()
      saveFile(outcome.file, current.name)
      setState({ stage: 'done', outcome, name: current.name })
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof ApiError) {
        setState((before) => ({
          stage: 'stopped',
          error,
          progress: 'progress' in before ? before.progress : NOTHING_YET,
        }))
        return
      }
      end()
      setState({ stage: 'failed', reason: error instanceof ExportFailed ? error.reason : 'broken' })
    }
  }

  return {
    state,
    begin: (options: ExportOptions) => {
      end()
      const request = toExportRequest(client, source, options, words)
      const run = createExportRun(request, startExportWorker(), (progress) => setState({ stage: 'running', progress }))
      at.current = { run, stop: new AbortController(), name: fileName(source.asset.name, options) }
      void go()
    },
    /** After a fault: what was loaded is kept. */
    goOn: () => void go(),
    /** The browser may have been told not to, or asked where. */
    saveAgain: () => state.stage === 'done' && saveFile(state.outcome.file, state.name),
    /** Gives up what was loaded. */
    cancel: () => {
      end()
      setState(ASKING)
    },
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** "Household survey 2026-11-20.csv"; with the number of rows where they were chosen. */
function fileName(project: string, { ids, format }: ExportOptions) {
  const now = new Date()
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  const which = ids ? `(${ids.size}) ${day}` : day
  return toFileName(
    `${Array.from(project)
      .slice(0, LETTERS - which.length)
      .join('')} ${which}`,
    format,
  )
}
