import { useQueryClient } from '@tanstack/react-query'
import { createContext, useMemo, useState } from 'react'
import * as z from 'zod/mini'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'
import { readPersonalData, writePersonalData } from '#/api/personal-storage.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'

export const MIN_WIDTH = 64
const MAX_WIDTH = 800

/** Widths in pixels by column id. Other columns have their default width. */
type Widths = Readonly<Record<string, number>>
const Widths = z.record(z.string(), z.number())

export interface ColumnWidths {
  widths: Widths
  /** `null`: the default width. `isDone`: also stores the width. */
  resize: (id: string, width: number | null, isDone: boolean) => void
}

export const ColumnWidthsContext = createContext<ColumnWidths>({ widths: {}, resize: () => {} })

const readWidths = (id: string, assetUid: string): Widths =>
  Widths.safeParse(readPersonalData(id, 'column-widths', assetUid)).data ?? {}

const withWidth = (widths: Widths, column: string, width: number | null): Widths => {
  const { [column]: _former, ...others } = widths
  return width === null ? others : { ...others, [column]: Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width))) }
}

/** The column widths of a project, stored in this browser until the account signs out. */
export function useColumnWidths(assetUid: string): ColumnWidths {
  const connection = connectionOf(useQueryClient())
  const id = connection ? connectionId(connection) : ''
  const [stored, setStored] = useState(() => ({ id, assetUid, widths: readWidths(id, assetUid) }))
  if (stored.assetUid !== assetUid || stored.id !== id) setStored({ id, assetUid, widths: readWidths(id, assetUid) })
  const { widths } = stored
  return useMemo(
    () => ({
      widths,
      resize: (column, width, isDone) => {
        setStored({ id, assetUid, widths: withWidth(widths, column, width) })
        if (!isDone) return
        // Read again: another tab may have changed other columns.
        const next = withWidth(readWidths(id, assetUid), column, width)
        writePersonalData(id, 'column-widths', assetUid, Object.keys(next).length === 0 ? null : next)
      },
    }),
    [id, assetUid, widths],
  )
}

/** Pixels, by kind. */
const DEFAULT_WIDTHS: Record<DataColumn['kind'], number> = {
  status: 138,
  id: 152,
  submitted: 136,
  person: 128,
  text: 152,
  number: 96,
  selectOne: 152,
  selectMultiple: 208,
  date: 112,
  time: 96,
  dateTime: 136,
  point: 200,
  shape: 112,
  photo: 176,
  audio: 176,
  video: 176,
  file: 176,
  calculation: 120,
  device: 152,
  repeat: 120,
  tags: 176,
}

const MAX_DEFAULT_WIDTH = 240
const CHARACTER_WIDTH = 7.8
const PADDING = 24

/** The default width of a column in pixels: by its kind, wider for a long label up to a limit. */
export const defaultWidth = ({ kind }: Pick<DataColumn, 'kind'>, label: string) =>
  Math.max(DEFAULT_WIDTHS[kind], Math.min(MAX_DEFAULT_WIDTH, Math.round(label.length * CHARACTER_WIDTH) + PADDING))
