import { geometryOf } from '#/dataset/model/geometry.ts'
import { answerOf, type Answers, entriesOf } from '#/dataset/model/values.ts'
import type { Cell } from '#/lib/spreadsheet/cell.ts'
import { BYTE_ORDER_MARK, csvLine } from '#/lib/spreadsheet/csv.ts'
import { createWorkbook, type NewSheet } from '#/lib/spreadsheet/xlsx.ts'
import { cellsOf } from './export-cells.ts'
import type { ExportJob, ExportResult, RepeatPlan } from './export-job.ts'

export interface ExportWriter {
  add: (row: Answers) => void
  /** All that was added becomes part of a blob: called after each lot. */
  fold: () => void
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

const NOTHING_TOLD = { entries: 0, withoutPlace: 0, cut: 0 }

/** Text that goes on for any length. */
function textFile() {
  const blobs: Blob[] = []
  let text = ''
  const fold = () => {
    blobs.push(new Blob([text]))
    text = ''
  }
  return {
    add: (more: string) => {
      text += more
    },
    fold,
    blob: (type: string) => {
      fold()
      return new Blob(blobs, { type })
    },
  }
}

function csvWriter({ sheet, csv }: ExportJob): ExportWriter {
  const file = textFile()
  const heads = sheet.cells.map(({ head }) => head)
  file.add(BYTE_ORDER_MARK + csvLine(heads, csv))
  return {
    add: (row) => file.add(csvLine(cellsOf(row, sheet.cells), csv)),
    fold: file.fold,
    result: () => ({ ...NOTHING_TOLD, file: file.blob('text/csv') }),
  }
}

/** The sheets of repeat groups in the order of the workbook, those inside others after them. */
const allRepeats = (repeats: readonly RepeatPlan[]): RepeatPlan[] =>
  repeats.flatMap((repeat) => [repeat, ...allRepeats(repeat.repeats)])

function xlsxWriter({ sheet, entryHeads: heads }: ExportJob): ExportWriter {
  const repeats = allRepeats(sheet.repeats)
  const sheets: NewSheet[] = [
    { name: sheet.name, heads: sheet.cells.map(({ head }) => head) },
    ...repeats.map(({ name, cells }) => ({
      name,
      heads: [heads.index, heads.parentSheet, heads.parentIndex, heads.submission, ...cells.map(({ head }) => head)],
    })),
  ]
  const book = createWorkbook(sheets)
  const rowsOn = sheets.map(() => 0)
  const addEntries = (parent: Answers, plans: readonly RepeatPlan[], on: number, parentIndex: number, id: Cell) => {
    for (const plan of plans) {
      const number = repeats.indexOf(plan) + 1
      for (const entry of entriesOf(parent, plan.key)) {
        const index = (rowsOn[number] ?? 0) + 1
        rowsOn[number] = index
        const start: Cell[] = [{ number: String(index) }, sheets[on]?.name ?? '', { number: String(parentIndex) }, id]
        book.add(number, [...start, ...cellsOf(entry, plan.cells)])
        addEntries(entry, plan.repeats, number, index, id)
      }
    }
  }
  return {
    add: (row) => {
      const index = (rowsOn[0] ?? 0) + 1
      rowsOn[0] = index
      book.add(0, cellsOf(row, sheet.cells))
      const id = answerOf(row, '_id')
      addEntries(row, sheet.repeats, 0, index, id === null ? null : { number: id })
    },
    fold: () => {},
    result: () => ({
      file: book.file(),
      entries: rowsOn.slice(1).reduce((sum, rows) => sum + rows, 0),
      withoutPlace: 0,
      cut: book.cut(),
    }),
  }
}

function geojsonWriter({ sheet, place }: ExportJob): ExportWriter {
  const file = textFile()
  let features = 0
  let withoutPlace = 0
  file.add('{"type":"FeatureCollection","features":[')
  return {
    add: (row) => {
      const geometry = place === null ? null : geometryOf(answerOf(row, place.key) ?? '', place.isArea)
      if (!geometry) {
        withoutPlace += 1
        return
      }
      const cells = cellsOf(row, sheet.cells)
      const properties = Object.fromEntries(
        sheet.cells.flatMap(({ head }, index) => {
          const cell = cells[index] ?? null
          return cell === null ? [] : [[head, valueOf(cell)]]
        }),
      )
      file.add(`${features > 0 ? ',' : ''}\n${JSON.stringify({ type: 'Feature', geometry, properties })}`)
      features += 1
    },
    fold: file.fold,
    result: () => {
      file.add('\n]}\n')
      return { ...NOTHING_TOLD, withoutPlace, file: file.blob('application/geo+json') }
    },
  }
}

function valueOf(cell: Exclude<Cell, null>): string | number {
  if (typeof cell === 'string') return cell
  return 'date' in cell ? cell.date : Number(cell.number)
}
