import { getResponse } from 'msw/utils/get-response'
import { settleImports } from '#/demo/assets/imports.ts'
import { serverFault } from './answers.ts'
import { type Database, openDatabase } from './database.ts'
import { assetResources } from './handlers/assets.ts'
import { attachmentResources } from './handlers/attachments.ts'
import { deploymentResources } from './handlers/deployment.ts'
import { downloadResources } from './handlers/downloads.ts'
import { environmentResources } from './handlers/environment.ts'
import { goneResources } from './handlers/gone.ts'
import { historyResources } from './handlers/history.ts'
import { importResources } from './handlers/imports.ts'
import { openRosaResources } from './handlers/open-rosa.ts'
import { permissionResources } from './handlers/permissions.ts'
import { sessionResources } from './handlers/session.ts'
import { submissionWriteResources } from './handlers/submission-writes.ts'
import { submissionResources } from './handlers/submissions.ts'
import { validationResources } from './handlers/validation.ts'
import { indexedDbStorage, memoryStorage } from './storage.ts'

/** Sends a request and gives the answer, as `fetch` does. */
export type Transport = (request: Request) => Promise<Response>

interface DemoOptions {
  /** Where changes are kept: until the page is closed, or across reloads. */
  storage: 'memory' | 'indexeddb'
}

/** The more particular address first: `assets/counts/` before `assets/:uid/`. */
const RESOURCES = [
  ...sessionResources,
  ...permissionResources,
  ...attachmentResources,
  ...validationResources,
  ...submissionWriteResources,
  ...submissionResources,
  ...deploymentResources,
  ...openRosaResources,
  ...historyResources,
  ...importResources,
  ...environmentResources,
  ...assetResources,
  ...downloadResources,
  ...goneResources,
]

let kept: Database | undefined

/** A KPI in the page, or in Node: answers requests to any origin as a server would. */
export async function createDemoTransport({ storage }: DemoOptions): Promise<Transport> {
  const db = await openDatabase(storage === 'memory' ? memoryStorage() : await indexedDbStorage())
  if (storage === 'indexeddb') kept = db
  const handlers = RESOURCES.map((toHandler) => toHandler(db))

  return async (request) => {
    request.signal.throwIfAborted()
    try {
      await db.catchUp()
      await settleImports(db, Date.now())
      return (await getResponse(handlers, request)) ?? new Response('Resource not found (404)', NOT_FOUND)
    } catch (error) {
      // As KPI does with malformed JSON [0386]. What broke is named in a header, for whoever works on the demo.
      const fault = serverFault()
      fault.headers.set('X-Demo-Fault', encodeURIComponent(String(error)))
      return fault
    }
  }
}

/** What KPI answers to a path it does not know: no JSON [1502]. */
const NOT_FOUND = { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } }

/** "Reset the demo": forgets every change that was kept in this browser. */
export async function resetDemo(): Promise<void> {
  kept ??= await openDatabase(await indexedDbStorage())
  await kept.reset()
}
