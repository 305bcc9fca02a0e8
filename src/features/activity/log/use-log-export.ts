import { useEffect, useRef, useState } from 'react'
import type { CsvDialect } from '#/lib/spreadsheet/csv.ts'
import { ApiError } from '#/api/errors.ts'
import type { LoadedLog } from '#/api/log-pages.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import type { Cell } from '#/lib/spreadsheet/cell.ts'
import { TooLargeError } from '#/lib/spreadsheet/xlsx.ts'
import { type LogFileFormat, writeLog } from './write-log.ts'

/** A log that can be saved as a file. */
export interface LogExport<Row> {
  /** As far as it is known. */
  count: number
  /** Of the file, without its ending. */
  name: string
  headers: readonly string[]
  walk: (signal: AbortSignal) => AsyncGenerator<LoadedLog<Row>, void, void>
  rowOf: (row: Row) => Cell[]
}

export type LogExportState =
  | { stage: 'idle' }
  | { stage: 'running'; done: number; total: number }
  | { stage: 'failed'; error: ApiError }
  | { stage: 'too-large' }
  | { stage: 'done'; name: string; rows: number; unreadable: number; truncated: number }

/** Loads a whole log and saves it. Leaving the page cancels it; nothing is saved then. */
export function useLogExport<Row>({ count, name, headers, walk, rowOf }: LogExport<Row>, csv: CsvDialect) {
  const [state, setState] = useState<LogExportState>({ stage: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (format: LogFileFormat) => {
    const cancelled = new AbortController()
    running.current = cancelled
    setState({ stage: 'running', done: 0, total: count })
    try {
      let log: LoadedLog<Row> | undefined
      for await (const part of walk(cancelled.signal)) {
        log = part
        setState({ stage: 'running', done: part.results.length + part.unreadable.length, total: part.count })
      }
      const rows = log?.results ?? []
      const { file, truncated } = await writeLog(rows, {
        format,
        csv,
        headers,
        sheet: name,
        rowOf,
        signal: cancelled.signal,
      })
      const fileName = toFileName(`${name} ${new Date().toISOString().slice(0, 10)}`, format)
      saveFile(file, fileName)
      setState({ stage: 'done', name: fileName, rows: rows.length, unreadable: log?.unreadable.length ?? 0, truncated })
    } catch (error) {
      if (cancelled.signal.aborted) setState({ stage: 'idle' })
      else if (error instanceof ApiError) setState({ stage: 'failed', error })
      else if (error instanceof TooLargeError) setState({ stage: 'too-large' })
      else throw error
    }
  }
  return { state, start, stop: () => running.current?.abort() }
}
