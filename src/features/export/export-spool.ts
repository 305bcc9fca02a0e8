import type { Answers } from '#/dataset/model/values.ts'

/** Rows that are sorted in memory at once. More rows are first divided into batches. */
const BATCH_SIZE = 20_000

/** Gives each key a number, in the order in which keys first occur. `null`: a key that is not stored. */
export function createKeyIndex(known: readonly string[], includeUnknown: (key: string) => boolean) {
  const indexes = new Map(known.map((key, index) => [key, index]))
  return {
    indexOf: (key: string): number | null => {
      const index = indexes.get(key)
      if (index !== undefined) return index
      if (!includeUnknown(key)) return null
      indexes.set(key, indexes.size)
      return indexes.size - 1
    },
    keys: () => [...indexes.keys()],
  }
}

type KeyIndex = ReturnType<typeof createKeyIndex>

/**
 * Stores rows until all have arrived, as JSON in blobs, which a browser can keep on disk. So the number of rows is not
 * limited by memory.
 */
export function createSpool(keyIndex: KeyIndex) {
  const pages: Blob[] = []
  let rows = 0

  const lineOf = (row: Answers) => {
    const line: unknown[] = []
    for (const key in row) {
      const index = keyIndex.indexOf(key)
      if (index !== null) line.push(index, row[key])
    }
    return JSON.stringify(line)
  }
  const toBatches = async (order: readonly number[]) => {
    const batchOf = new Uint32Array(order.length)
    for (const [position, row] of order.entries()) batchOf[row] = Math.floor(position / BATCH_SIZE)
    const batches = Array.from({ length: Math.ceil(order.length / BATCH_SIZE) }, () => new Array<Blob>())
    let first = 0
    for (const page of pages) {
      const lines = await linesOf(page)
      const parts = new Map<number, string[]>()
      for (const [index, line] of lines.entries()) {
        const batch = batchOf[first + index] ?? 0
        const part = parts.get(batch)
        if (part) part.push(line)
        else parts.set(batch, [line])
      }
      for (const [batch, part] of parts) batches[batch]?.push(new Blob([part.join('\n'), '\n']))
      first += lines.length
    }
    return batches.map((parts) => new Blob(parts))
  }

  return {
    rows: () => rows,
    add: (page: readonly Answers[]) => {
      if (page.length === 0) return
      pages.push(new Blob([page.map(lineOf).join('\n'), '\n']))
      rows += page.length
    },
    /** All rows, in batches, in the order of these row numbers; `null`: in the order of arrival. */
    async *batches(order: readonly number[] | null): AsyncGenerator<Answers[], void, void> {
      const keys = keyIndex.keys()
      const read = (line: string) => rowOf(line, keys)
      if (!order) {
        for (const page of pages) yield (await linesOf(page)).map(read)
        return
      }
      for (const [number, blob] of (await toBatches(order)).entries()) {
        const batch = order.slice(number * BATCH_SIZE, (number + 1) * BATCH_SIZE)
        const lines = await linesOf(blob)
        const lineIndexOf = new Map(batch.toSorted((a, b) => a - b).map((row, index) => [row, index]))
        for (let start = 0; start < batch.length; start += 1000) {
          yield batch.slice(start, start + 1000).map((row) => read(lines[lineIndexOf.get(row) ?? -1] ?? '[]'))
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

/** The row has no prototype, since a key may have any name, also `__proto__`. */
function rowOf(line: string, keys: readonly string[]): Answers {
  const row: Record<string, unknown> = Object.create(null)
  const cells = JSON.parse(line) as unknown[]
  for (let index = 0; index < cells.length; index += 2) row[keys[cells[index] as number] ?? ''] = cells[index + 1]
  return row
}
