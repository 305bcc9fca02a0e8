import { getResponse } from 'msw/utils/get-response'
import { finishDueImports } from '#/demo/assets/imports.ts'
import { type Database, type DatabaseOptions, openDatabase } from './database.ts'
import { accountResources } from './handlers/account.ts'
import { assetBulkResources } from './handlers/asset-bulk.ts'
import { assetResources } from './handlers/assets.ts'
import { attachmentResources } from './handlers/attachments.ts'
import { deploymentResources } from './handlers/deployment.ts'
import { downloadResources } from './handlers/downloads.ts'
import { environmentResources } from './handlers/environment.ts'
import { exportResources } from './handlers/exports.ts'
import { fileResources } from './handlers/files.ts'
import { goneResources } from './handlers/gone.ts'
import { historyResources } from './handlers/history.ts'
import { hookResources } from './handlers/hooks.ts'
import { importResources } from './handlers/imports.ts'
import { openRosaResources } from './handlers/open-rosa.ts'
import { organizationAssetResources } from './handlers/organization-assets.ts'
import { organizationInviteResources } from './handlers/organization-invites.ts'
import { organizationResources } from './handlers/organizations.ts'
import { ownershipResources } from './handlers/ownership.ts'
import { permissionResources } from './handlers/permissions.ts'
import { projectViewResources } from './handlers/project-views.ts'
import { submissionWriteResources } from './handlers/submission-writes.ts'
import { submissionResources } from './handlers/submissions.ts'
import { supplementResources } from './handlers/supplements.ts'
import { tagResources } from './handlers/tags.ts'
import { usageResources } from './handlers/usage.ts'
import { userResources } from './handlers/users.ts'
import { validationResources } from './handlers/validation.ts'
import { serverError } from './responses.ts'
import { indexedDbStorage, memoryStorage } from './storage.ts'

/** Sends a request and returns the response, like `fetch`. */
export type Transport = (request: Request) => Promise<Response>

interface DemoOptions extends DatabaseOptions {
  /** Where changes are stored: in memory, or in the browser across reloads. */
  storage: 'memory' | 'indexeddb'
}

/** More specific paths come first: `access-logs/me/` before `me/`, `assets/counts/` before `assets/:uid/`. */
const RESOURCES = [
  ...usageResources,
  ...accountResources,
  ...userResources,
  ...organizationResources,
  ...organizationInviteResources,
  ...organizationAssetResources,
  ...projectViewResources,
  ...ownershipResources,
  ...permissionResources,
  ...attachmentResources,
  ...validationResources,
  ...submissionWriteResources,
  ...submissionResources,
  ...supplementResources,
  ...deploymentResources,
  ...openRosaResources,
  ...historyResources,
  ...hookResources,
  ...importResources,
  ...environmentResources,
  ...tagResources,
  ...fileResources,
  ...exportResources,
  ...assetBulkResources,
  ...assetResources,
  ...downloadResources,
  ...goneResources,
]

let persistentDatabase: Database | undefined

/** Creates the demo server. It runs in the page or in Node and answers requests to any origin. */
export async function createDemoTransport({ storage, ...options }: DemoOptions): Promise<Transport> {
  const db = await openDatabase(storage === 'memory' ? memoryStorage() : await indexedDbStorage(), options)
  if (storage === 'indexeddb') persistentDatabase = db
  const handlers = RESOURCES.map((toHandler) => toHandler(db))

  return async (request) => {
    request.signal.throwIfAborted()
    try {
      await db.refresh()
      await finishDueImports(db, Date.now())
      return (await getResponse(handlers, request)) ?? new Response('Resource not found (404)', NOT_FOUND)
    } catch (error) {
      // KPI also answers malformed JSON with 500 [0386]. The header shows the error to developers of the demo.
      const response = serverError()
      response.headers.set('X-Demo-Fault', encodeURIComponent(String(error)))
      return response
    }
  }
}

/** KPI's response to an unknown path is not JSON [1502]. */
const NOT_FOUND = { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } }

const databaseInBrowser = async () => (persistentDatabase ??= await openDatabase(await indexedDbStorage()))

/** Deletes all changes that are stored in this browser. */
export const resetDemo = async (): Promise<void> => (await databaseInBrowser()).reset()

/** The API key of an account, if it was renewed in this browser. */
export const currentKey = async (username: string): Promise<string | undefined> =>
  (await databaseInBrowser()).account(username).key ?? undefined
