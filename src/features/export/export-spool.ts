import type { Answers } from '#/dataset/model/values.ts'

/** Rows that are put in another order at once; more of them are parted into lots first. */
const LOT = 20_000

/** Keys that were met, each with its number. */
export function createKeyBook(known: readonly string[], takesUnknown: (key: string) => boolean) {
  const numbers = new Map(known.map((key, index) => [key, index]))
  return {
    numberOf: (key: string): number | null => {
      const number = numbers.get(key)
      if (number !== undefined) return number
      if (!takesUnknown(key)) return null
      numbers.set(key, numbers.size)
      return numbers.size - 1
    },
    keys: () => [...numbers.keys()],
  }
}

type KeyBook = ReturnType<typeof createKeyBook>

/**
 * Keeps rows until all are there, as JSON in blobs, which a browser may keep out of the page's memory: any number of
 * them, without holding one as an object.
 */
export function createSpool(book: KeyBook) {
  const pages: Blob[] = []
  let rows = 0

  const lineOf = (row: Answers) => {
    const line: unknown[] = []
    for (const key in row) {
      const number = book.numberOf(key)
      if (number !== null) line.push(number, row[key])
    }
    return JSON.stringify(line)
  }
  const inLots = async (order: readonly number[]) => {
    const lotOf = new Uint32Array(order.length)
    for (const [place, row] of order.entries()) lotOf[row] = Math.floor(place / LOT)
    const lots = Array.from({ length: Math.ceil(order.length / LOT) }, () => new Array<Blob>())
    let first = 0
    for (const page of pages) {
      const lines = await linesOf(page)
      const parts = new Map<number, string[]>()
      for (const [index, line] of lines.entries()) {
        const lot = lotOf[first + index] ?? 0
        const part = parts.get(lot)
        if (part) part.push(line)
        else parts.set(lot, [line])
      }
      for (const [lot, part] of parts) lots[lot]?.push(new Blob([part.join('\n'), '\n']))
      first += lines.length
    }
    return lots.map((parts) => new Blob(parts))
  }

  return {
    rows: () => rows,
    add: (page: readonly Answers[]) => {
      if (page.length === 0) return
      pages.push(new Blob([page.map(lineOf).join('\n'), '\n']))
      rows += page.length
    },
    /** All rows, a lot at a time, in an order of their numbers; as they came without one. */
    async *lots(order: readonly number[] | null): AsyncGenerator<Answers[], void, void> {
      const keys = book.keys()
      const read = (line: string) => rowOf(line, keys)
      if (!order) {
        for (const page of pages) yield (await linesOf(page)).map(read)
        return
      }
      for (const [number, blob] of (await inLots(order)).entries()) {
        const wanted = order.slice(number * LOT, (number + 1) * LOT)
        const lines = await linesOf(blob)
        const placeOf = new Map(wanted.toSorted((a, b) => a - b).map((row, index) => [row, index]))
        for (let from = 0; from < wanted.length; from += 1000) {
          yield wanted.slice(from, from + 1000).map((row) => read(lines[placeOf.get(row) ?? -1] ?? '[]'))
        }
      }
    },
  }
}

async function linesOf(blob: Blob): Promise<string[]> {
  const lines = (await blob.text()).split('\n')
  lines.pop()
  return lines
}

/** Without a prototype: a key may be called anything. */
function rowOf(line: string, keys: readonly string[]): Answers {
  const row: Record<string, unknown> = Object.create(null)
  const cells = JSON.parse(line) as unknown[]
  for (let at = 0; at < cells.length; at += 2) row[keys[cells[at] as number] ?? ''] = cells[at + 1]
  return row
}
