import type { TableReply } from './read-table-in-worker.ts'
import { NotATableError, readTable } from './read-table.ts'

const reply = (message: TableReply) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  readTable(data).then(
    (rows) => reply({ rows }),
    (error: unknown) => {
      if (error instanceof NotATableError) reply({ kind: error.kind })
      else reportError(error)
    },
  )
})
