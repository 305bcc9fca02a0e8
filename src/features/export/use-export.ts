import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '#/api/errors.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import type { ExportLocale } from './export-plan.ts'
import { type ExportOptions, type ExportView, createExportRequest } from './export-request.ts'
import {
  createExportRun,
  ExportFailed,
  type ExportOutcome,
  type ExportRun,
  type ExportRunProgress,
} from './export-run.ts'
import { startExportWorker } from './export-worker-client.ts'

export type ExportState =
  | { stage: 'idle' }
  | { stage: 'running'; progress: ExportRunProgress }
  | { stage: 'stopped'; progress: ExportRunProgress; error: ApiError }
  | { stage: 'failed'; reason: ExportFailed['reason'] }
  | { stage: 'done'; outcome: ExportOutcome; name: string }

const IDLE: ExportState = { stage: 'idle' }
const NO_PROGRESS: ExportRunProgress = { phase: 'loading', done: 0, total: null }
/** Longer names would be cut by the browser at their end, where the date is. */
const MAX_NAME_LENGTH = 59

/** Exports submissions to a file. An error stops the export; it can then be resumed or cancelled. */
export function useExport(view: ExportView, locale: ExportLocale) {
  const client = useQueryClient()
  const [state, setState] = useState<ExportState>(IDLE)
  const active = useRef<{ run: ExportRun; controller: AbortController; name: string } | null>(null)
  useUnsaved(state.stage === 'running' || state.stage === 'stopped')

  const end = useCallback(() => {
    active.current?.controller.abort()
    active.current?.run.terminate()
    active.current = null
  }, [])
  useEffect(() => end, [end])

  const run = async () => {
    const current = active.current
    if (!current) return
    current.controller = new AbortController()
    const { signal } = current.controller
    try {
      const outcome = await current.run.run(signal)
      current.run.terminate()
      saveFile(outcome.file, current.name)
      setState({ stage: 'done', outcome, name: current.name })
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof ApiError) {
        setState((before) => ({
          stage: 'stopped',
          error,
          progress: 'progress' in before ? before.progress : NO_PROGRESS,
        }))
        return
      }
      end()
      setState({ stage: 'failed', reason: error instanceof ExportFailed ? error.reason : 'broken' })
    }
  }

  return {
    state,
    start: (options: ExportOptions) => {
      end()
      const request = createExportRequest(client, view, options, locale)
      const exportRun = createExportRun(request, startExportWorker(), (progress) =>
        setState({ stage: 'running', progress }),
      )
      active.current = { run: exportRun, controller: new AbortController(), name: fileName(view.source.name, options) }
      void run()
    },
    /** Continues after an error, with the rows that are already loaded. */
    resume: () => void run(),
    /** Saves the file again, for example if the person cancelled the browser's dialog. */
    saveAgain: () => state.stage === 'done' && saveFile(state.outcome.file, state.name),
    /** Discards the rows that are already loaded. */
    cancel: () => {
      end()
      setState(IDLE)
    },
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** `Household survey 2026-11-20.csv`; for selected rows with their number: `Household survey (12) 2026-11-20.csv`. */
function fileName(project: string, { ids, format }: ExportOptions) {
  const now = new Date()
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  const suffix = ids ? `(${ids.size}) ${date}` : date
  return toFileName(
    `${Array.from(project)
      .slice(0, MAX_NAME_LENGTH - suffix.length)
      .join('')} ${suffix}`,
    format,
  )
}
