import { geometryOf } from '#/dataset/model/geometry.ts'
import { answerOf, type Answers, entriesOf } from '#/dataset/model/values.ts'
import type { Cell } from '#/lib/spreadsheet/cell.ts'
import { BYTE_ORDER_MARK, csvLine } from '#/lib/spreadsheet/csv.ts'
import { createWorkbook, type NewSheet } from '#/lib/spreadsheet/xlsx.ts'
import { cellsOf } from './export-cells.ts'
import type { ExportJob, ExportResult, RepeatPlan } from './export-job.ts'

export interface ExportWriter {
  add: (row: Answers) => void
  /** Moves the rows that were added since the last call into a blob, which frees memory. Called after each batch. */
  flush: () => void
  result: () => Omit<ExportResult, 'rows'>
}

export function createWriter(job: ExportJob): ExportWriter {
  switch (job.format) {
    case 'csv':
      return csvWriter(job)
    case 'xlsx':
      return xlsxWriter(job)
    case 'geojson':
      return geojsonWriter(job)
  }
}

const NO_COUNTS = { entries: 0, withoutGeometry: 0, truncated: 0 }

/** A text file that may be larger than the longest string. */
function textFile() {
  const blobs: Blob[] = []
  let text = ''
  const flush = () => {
    blobs.push(new Blob([text]))
    text = ''
  }
  return {
    add: (part: string) => {
      text += part
    },
    flush,
    blob: (type: string) => {
      flush()
      return new Blob(blobs, { type })
    },
  }
}

function csvWriter({ sheet, csv }: ExportJob): ExportWriter {
  const file = textFile()
  const headers = sheet.columns.map(({ header }) => header)
  file.add(BYTE_ORDER_MARK + csvLine(headers, csv))
  return {
    add: (row) => file.add(csvLine(cellsOf(row, sheet.columns), csv)),
    flush: file.flush,
    result: () => ({ ...NO_COUNTS, file: file.blob('text/csv') }),
  }
}

/** All repeat groups, inner ones after their outer group: the order of their sheets. */
const allRepeats = (repeats: readonly RepeatPlan[]): RepeatPlan[] =>
  repeats.flatMap((repeat) => [repeat, ...allRepeats(repeat.repeats)])

function xlsxWriter({ sheet, entryHeaders }: ExportJob): ExportWriter {
  const repeats = allRepeats(sheet.repeats)
  const sheets: NewSheet[] = [
    { name: sheet.name, headers: sheet.columns.map(({ header }) => header) },
    ...repeats.map(({ name, columns }) => ({
      name,
      headers: [
        entryHeaders.index,
        entryHeaders.parentSheet,
        entryHeaders.parentIndex,
        entryHeaders.submission,
        ...columns.map(({ header }) => header),
      ],
    })),
  ]
  const book = createWorkbook(sheets)
  const rowCounts = sheets.map(() => 0)
  const addEntries = (
    parent: Answers,
    plans: readonly RepeatPlan[],
    sheetIndex: number,
    parentIndex: number,
    id: Cell,
  ) => {
    for (const plan of plans) {
      const target = repeats.indexOf(plan) + 1
      for (const entry of entriesOf(parent, plan.key)) {
        const index = (rowCounts[target] ?? 0) + 1
        rowCounts[target] = index
        const start: Cell[] = [
          { number: String(index) },
          sheets[sheetIndex]?.name ?? '',
          { number: String(parentIndex) },
          id,
        ]
        book.addRow(target, [...start, ...cellsOf(entry, plan.columns)])
        addEntries(entry, plan.repeats, target, index, id)
      }
    }
  }
  return {
    add: (row) => {
      const index = (rowCounts[0] ?? 0) + 1
      rowCounts[0] = index
      book.addRow(0, cellsOf(row, sheet.columns))
      const id = answerOf(row, '_id')
      addEntries(row, sheet.repeats, 0, index, id === null ? null : { number: id })
    },
    flush: () => {},
    result: () => ({
      file: book.file(),
      entries: rowCounts.slice(1).reduce((sum, rows) => sum + rows, 0),
      withoutGeometry: 0,
      truncated: book.truncatedCount(),
    }),
  }
}

function geojsonWriter({ sheet, geometry: question }: ExportJob): ExportWriter {
  const file = textFile()
  let features = 0
  let withoutGeometry = 0
  file.add('{"type":"FeatureCollection","features":[')
  return {
    add: (row) => {
      const geometry = question === null ? null : geometryOf(answerOf(row, question.key) ?? '', question.isArea)
      if (!geometry) {
        withoutGeometry += 1
        return
      }
      const cells = cellsOf(row, sheet.columns)
      const properties = Object.fromEntries(
        sheet.columns.flatMap(({ header }, index) => {
          const cell = cells[index] ?? null
          return cell === null ? [] : [[header, valueOf(cell)]]
        }),
      )
      file.add(`${features > 0 ? ',' : ''}\n${JSON.stringify({ type: 'Feature', geometry, properties })}`)
      features += 1
    },
    flush: file.flush,
    result: () => {
      file.add('\n]}\n')
      return { ...NO_COUNTS, withoutGeometry, file: file.blob('application/geo+json') }
    },
  }
}

function valueOf(cell: Exclude<Cell, null>): string | number {
  if (typeof cell === 'string') return cell
  return 'date' in cell ? cell.date : Number(cell.number)
}
