import type { Transport } from '#/api/client.ts'

/**
 * Uids of the assets that the run created, with the account that created each. Only these may be changed or deleted.
 */
export type CreatedAssets = Map<string, string>

/** A write that might change something the run did not create. It is never sent. */
export class UnsafeWriteError extends Error {
  override readonly name = 'UnsafeWrite'
}

const ASSET = /\/assets\/([A-Za-z0-9]+)\//
/** Paths of writes without an asset, each with the reason why it is safe. Their bodies are checked below. */
const SAFE_PATHS = [
  /\/api\/v2\/assets\/$/, // creates a new one
  /\/api\/v2\/imports\/$/, // creates a new one; the destination is checked
  /\/submission$/, // sent by `sendRow`, which checks the project
  /\/api\/v2\/asset_snapshots\/$/, // of an asset of the run, with which it is deleted
  /\/api\/v2\/project-ownership\/invites\/(?:[A-Za-z0-9]+\/)?$/, // of assets of the run
  /\/o\/token\/$/,
]

/**
 * Allows reads, and writes only to what the run created. Writes are sent one at a time: KPI loses changes that it
 * receives at the same time (notes of the recordings, "Never do").
 */
export function withWriteGuard(transport: Transport, created: CreatedAssets): Transport {
  let lastWrite: Promise<unknown> = Promise.resolve()
  return async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return transport(request)
    await requireSafe(request, created)
    const response = lastWrite.then(() => transport(request))
    lastWrite = response.catch(() => undefined)
    return response
  }
}

async function requireSafe(request: Request, created: CreatedAssets) {
  const { pathname } = new URL(request.url)
  const fail = (why: string): never => {
    throw new UnsafeWriteError(`${request.method} ${pathname}: ${why}`)
  }
  const [, uid] = ASSET.exec(pathname) ?? []
  if (uid === 'bulk') {
    const uids = uidsIn(await bodyOf(request), 'asset_uids')
    // With an empty list KPI acts on all assets of the user [2510].
    if (uids.length === 0) fail('names no assets')
    return uids.forEach((one) => created.has(one) || fail(`${one} was not created by this run`))
  }
  if (uid !== undefined) return void (created.has(uid) || fail('was not created by this run'))
  if (!SAFE_PATHS.some((pattern) => pattern.test(pathname))) fail('is not known to be harmless')
  const uids = uidsIn(await bodyOf(request), 'destination', 'asset', 'assets', 'id')
  uids.forEach((one) => created.has(one) || fail(`${one} was not created by this run`))
}

/** The body as an object; empty if it is neither JSON nor a form. */
async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const copy = request.clone()
  const type = request.headers.get('Content-Type') ?? ''
  if (type.startsWith('multipart/')) return Object.fromEntries((await copy.formData()).entries())
  const parsed = await copy.json().catch(() => ({}))
  const body: unknown = typeof parsed === 'object' && parsed !== null && 'payload' in parsed ? parsed.payload : parsed
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

const uidsIn = (body: Record<string, unknown>, ...keys: string[]) =>
  keys
    .flatMap((key) => body[key] ?? [])
    .filter((value) => typeof value === 'string')
    .map((value) => /a[A-Za-z0-9]{21}/.exec(value)?.[0] ?? value)
